using System.Reflection;
using System.Text;
using FluentAssertions;
using VendorErrors.Definitions;
using Xunit;

namespace VendorErrors.Tests.Packs;

/// <summary>The envelopes of a shape that a pack uses: after its own, named after the shape, and the same otherwise.</summary>
public class UsedShapeTests
{
    private static readonly Vendor s_vendor = Vendor.Load(new MemoryStream(Encoding.UTF8.GetBytes(
        """{ "pack": 1, "id": "acme-voice", "name": "Acme Voice", "use": ["aws"], "envelopes": [{ "name": "json", "when": { "has": "fault" }, "message": "fault" }] }""")));

    private static readonly Vendor s_aws = VendorRegistry.BuiltIn.Shapes.Single(shape => shape.Id == "aws");

    [Fact]
    public void Envelopes_OfAShape_AreNamedAfterIt()
    {
        s_vendor.Definition.Envelopes[0].Name.Should().Be("json");
        s_vendor.Definition.Envelopes.Skip(1).Select(envelope => envelope.Name).Should().Equal(s_aws.Definition.Envelopes.Select(envelope => $"aws: {envelope.Name}"));
    }

    [Fact]
    public void Envelopes_OfAShape_AreTheSameOtherwise() =>
        s_vendor.Definition.Envelopes.Skip(1).Should().BeEquivalentTo(s_aws.Definition.Envelopes, options => options.Excluding(envelope => envelope.Name).WithStrictOrdering());

    [Fact]
    public void WithName_OfAnEnvelope_ChangesTheNameAlone()
    {
        var full = new Envelope("a", Condition.Has("x"))
        {
            Operation = "POST x",
            Product = "sms",
            OnlyOnFailure = true,
            ContradictsSuccess = true,
            Code = ["code"],
            InnerCode = ["inner"],
            CodeMeaning = CodeMeaning.VendorOrHttpStatus,
            Space = "s",
            Message = ["m"],
            CorrelationId = ["id"],
            CorrelationIdInText = "ref",
            Fields = [new FieldShape("fields")],
            FieldInText = FieldText.JsonPath,
            Items = new ItemShape("items"),
            Outcomes = [new OutcomeRule(Condition.Has("y"), VendorOutcome.Accepted)],
            Template = "{}",
            FailureStatus = 400,
            Proof = new Proof("p"),
        };

        Envelope named = full.WithName("b");

        named.Name.Should().Be("b");
        foreach (PropertyInfo property in typeof(Envelope).GetProperties().Where(property => property.Name != nameof(Envelope.Name)))
        {
            property.GetValue(full).Should().NotBe(property.PropertyType.IsValueType ? Activator.CreateInstance(property.PropertyType) : null, $"{property.Name} is set here, or a new one would be forgotten");
            property.GetValue(named).Should().Be(property.GetValue(full), property.Name);
        }
    }
}
