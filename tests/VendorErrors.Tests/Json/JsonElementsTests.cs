using System.Text;
using FluentAssertions;
using VendorErrors.Definitions;
using VendorErrors.Json;
using Xunit;

namespace VendorErrors.Tests.Json;

public class JsonElementsTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("[]", "")]
    [InlineData("[ ]", "")]
    [InlineData("[1]", "1")]
    [InlineData("""[1, "a" ,[2,3],{"b":4}]""", """1 a [2,3] {"b":4}""")]
    [InlineData("1", "1")]
    [InlineData("""{"a":[1,2]}""", """{"a":[1,2]}""")]
    [InlineData("\"a\"", "a")]
    public void MoveNext_Value_YieldsItsElementsOrItself(string json, string expected)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(json);
        var elements = new JsonElements(bytes);
        var found = new List<string>();
        while (elements.MoveNext(out JsonSlot element))
        {
            found.Add(Encoding.UTF8.GetString(element.Of(bytes)));
        }

        string.Join(' ', found).Should().Be(expected);
    }

    [Theory]
    [InlineData("[]", false)]
    [InlineData("[ ]", false)]
    [InlineData("[null]", true)]
    [InlineData("1", true)]
    public void HasAny_Value_SaysWhetherThereIsAnElement(string json, bool expected) => new JsonElements(Encoding.UTF8.GetBytes(json)).HasAny().Should().Be(expected);

    [Fact]
    public void Messages_OfAPlainSuccessWithAFaultAmongThem_AreAll()
    {
        var envelope = new Envelope("answer", Condition.Has("code")) { Code = ["code"], Message = ["message"] };
        var section = new CodeSection(new SourceDocument("Manual", "acme.example"), Basis.Documented, [new("0", "Fine", VendorOutcome.Success)]);
        var vendor = new Vendor("acme", "Acme", new VendorDefinition { Envelopes = [envelope], Codes = [section] });

        vendor.Explain(new VendorResponse(200, """{"code":0,"message":["a",{"x":tru},"b"]}"""u8)).Answer!.Messages.Should().Equal("a", "b");
    }
}
