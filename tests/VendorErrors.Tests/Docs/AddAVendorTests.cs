using System.Reflection;
using System.Text;
using FluentAssertions;
using FluentAssertions.Execution;
using VendorErrors.Definitions;
using VendorErrors.Retries;
using VendorErrors.Testing.Conformance;
using VendorErrors.Tests.Documents;
using VendorErrors.Tests.Fixtures;
using Xunit;

namespace VendorErrors.Tests.Docs;

/// <summary>Who follows docs/add-a-vendor.md and its reference word by word has a vendor that passes.</summary>
public class AddAVendorTests
{
    private static readonly string s_tutorial = Repository.Read("docs/add-a-vendor.md");
    private static readonly string s_reference = Repository.Read("docs/definition-reference.md");

    private static readonly Type[] s_words =
    [
        typeof(VendorDefinition), typeof(Envelope), typeof(ItemShape), typeof(FieldShape), typeof(OutcomeRule), typeof(Proof),
        typeof(CodeSection), typeof(CodeRow), typeof(OperationRule), typeof(RequiredEnvelope),
    ];

    [Fact]
    public void DefinitionOfEveryWord_AsPrinted_Conforms() => new EveryWord().Invoking(kit => kit.VerifyAll()).Should().NotThrow();

    [Fact]
    public void DefinitionOfEveryWord_AsPrinted_HasEveryWord()
    {
        string block = Block(s_reference, "csharp", "new VendorDefinition\n");
        IEnumerable<string> members = s_words.SelectMany(type => type.GetProperties()).Where(property => property.SetMethod is { IsPublic: true }).Select(property => $" {property.Name} =");
        IEnumerable<string> factories = new[] { typeof(Condition), typeof(WaitHint) }.SelectMany(type => type.GetMethods(BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance))
            .Where(method => method.ReturnType == method.DeclaringType).Select(method => $".{method.Name}(");

        members.Concat(factories).Where(word => !block.Contains(word, StringComparison.Ordinal)).Should().BeEmpty();
    }

    [Fact]
    public void Fixture_AsPrinted_MeansWhatItsHeadSays()
    {
        Fixture fixture = Fixture.Parse("acme-voice/busy-17.txt", Encoding.UTF8.GetBytes(Block(s_tutorial, "text", "source: ")));
        Vendor vendor = VendorFile.Vendor.AcmeVoice.Real;
        VendorResult result = vendor.Explain(new VendorResponse(fixture.Status, fixture.Body) { Method = fixture.Method, Path = fixture.Path });

        using var scope = new AssertionScope();
        Expectations.Check(fixture, result, VendorRetryPolicy.Decide(result, vendor.Operation(fixture.Method, fixture.Path)));
    }

    [Fact]
    public void List_AsPrinted_SaysWhatTheFileSays()
    {
        IReadOnlyList<DocumentLine> list = DocumentList.Parse("the page", Block(s_tutorial, "text", "space\t").TrimEnd('\n').Split('\n'));

        DocumentList.Differences(list, VendorFile.Vendor.AcmeVoice.Real.Codes).Should().BeEmpty();
    }

    // The block that begins with these words.
    private static string Block(string page, string language, string beginning)
    {
        string start = $"```{language}\n{beginning}";
        int from = page.IndexOf(start, StringComparison.Ordinal) + start.Length - beginning.Length;
        from.Should().BeGreaterThan(start.Length, "the page has a block that begins with '{0}'", beginning);
        return page[from..page.IndexOf("```", from, StringComparison.Ordinal)];
    }

    private sealed class EveryWord : VendorConformance
    {
        public override Vendor Vendor { get; } = new("acme-every-word", "Acme Voice", EveryWordSnippet.Definition);
    }
}
