using System.Reflection;
using System.Xml.Linq;
using FluentAssertions;
using VendorErrors.Http;
using VendorErrors.Testing.Conformance;
using Xunit;

namespace VendorErrors.Tests.Docs;

/// <summary>The XML documentation of what a user calls and sets is complete.</summary>
public class XmlDocTests
{
    // What a user of the library reads, and does not set.
    private static readonly string[] s_results = ["VendorErrors.Testing.ComposedResponse", "VendorErrors.Testing.SimulatedRequest", "VendorErrors.Testing.SimulatedTokens"];

    public static TheoryData<string> EntryPoints =>
    [
        "M:VendorErrors.Vendor.Find(", "M:VendorErrors.Vendor.Classify(VendorErrors.VendorResponse@)", "M:VendorErrors.Vendor.Classify(System.Int32,System.String,",
        "M:VendorErrors.Retries.VendorRetryPolicy.Decide(", "M:Microsoft.Extensions.DependencyInjection.VendorErrorsHttpClientBuilderExtensions.AddVendorErrors(",
        ".AddVendorRetry(", ".EnsureVendorSuccess(", "T:VendorErrors.Testing.VendorSimulator", "T:VendorErrors.Testing.VendorResponses", $"T:{typeof(VendorConformance).FullName}",
    ];

    public static TheoryData<string> Settable =>
        [.. XmlDocs.PublicTypes
            .Where(type => !s_results.Contains(type.FullName, StringComparer.Ordinal))
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(property => property.SetMethod is { IsPublic: true } && !IsParameter(property))
            .Select(property => $"P:{property.DeclaringType!.FullName}.{property.Name}")
            .Where(XmlDocs.Members.ContainsKey)];

    [Theory]
    [MemberData(nameof(EntryPoints))]
    public void EntryPoint_OfTheLibrary_HasAnExample(string id)
    {
        XElement[] members = [.. XmlDocs.Members.Where(member => member.Key.Contains(id, StringComparison.Ordinal)).Select(member => member.Value)];

        members.Should().NotBeEmpty().And.OnlyContain(member => member.Element("example") != null && member.Element("example")!.Element("code") != null);
    }

    [Theory]
    [MemberData(nameof(Settable))]
    public void Property_ThatAUserSets_SaysItsDefault(string id)
    {
        string value = XmlDocs.Members[id].Element("value")?.ToString() ?? string.Empty;

        value.Should().MatchRegex("Default:|Required|required");
    }

    [Fact]
    public void Properties_ThatAUserSets_AreFound() => Settable.Count.Should().BeGreaterThan(80);

    [Theory]
    [InlineData(nameof(VendorErrorOptions.MaxRetryAttempts))]
    [InlineData(nameof(VendorErrorOptions.MaxWait))]
    [InlineData(nameof(VendorErrorOptions.PeekLimit))]
    [InlineData(nameof(VendorErrorOptions.MaxCooldown))]
    public void Option_WithARange_SaysIt(string name) =>
        XmlDocs.Members[$"P:{typeof(VendorErrorOptions).FullName}.{name}"].Element("value")!.Value.Should().Contain("Range:");

    [Fact]
    public void Enums_OfTheLibrary_AreNotCalledClosed() =>
        XmlDocs.PublicTypes.Where(type => type.IsEnum && XmlDocs.Members.TryGetValue($"T:{type.FullName}", out XElement? member) && member.Value.Contains("closed", StringComparison.Ordinal))
            .Should().BeEmpty("docs/versioning.md says that enums are open");

    [Fact]
    public void Category_ForAValueThatIsNotKnown_SaysWhatToDo()
    {
        XmlDocs.Members[$"T:{typeof(ErrorCategory).FullName}"].Element("remarks")!.Value.Should().Contain("The list is open").And.Contain("default branch");
        Repository.Read("docs/versioning.md").Should().Contain("Enums are open").And.Contain("default branch");
    }

    [Fact]
    public void Documentation_OfAllMembers_IsInEverydayWords() =>
        XmlDocs.Members.Where(member => XmlDocs.IsPublic(member.Key) && EverydayWords.FindOther(member.Value.Value) is not null).Select(member => $"{member.Key}: {EverydayWords.FindOther(member.Value.Value)}").Should().BeEmpty();

    // Of a record's own parameters; they have to be given.
    private static bool IsParameter(PropertyInfo property) =>
        property.DeclaringType!.GetConstructors().SelectMany(constructor => constructor.GetParameters()).Any(parameter => parameter.Name == property.Name);
}
