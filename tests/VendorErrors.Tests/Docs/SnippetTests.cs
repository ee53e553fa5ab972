using System.Xml.Linq;
using FluentAssertions;
using VendorErrors.Retries;
using Xunit;

namespace VendorErrors.Tests.Docs;

public class SnippetTests
{
    // The samples are compiled with the solution, and run by the tests of VendorErrors.Http.
    private static readonly (string Folder, string Pattern)[] s_compiled =
    [
        ("tests/VendorErrors.Tests/Docs", "*Snippet*.cs"),
        ("tests/VendorErrors.Http.Tests/Docs", "*Snippet*.cs"),
        ("tests/VendorErrors.Fleet.Tests/Docs", "*Snippet*.cs"),
        ("tests/VendorErrors.Testing.Tests/Docs", "*Snippet*.cs"),
        ("tests/VendorErrors.Testing.Tests/Outside", "*.cs"),
        ("docs/samples/EffectProbes", "*.cs"),
        ("docs/samples/EventReceiver", "*.cs"),
        ("docs/samples/FiveVendors", "*.cs"),
        ("docs/samples/ProblemDetails", "*.cs"),
        ("docs/samples/RefitClient", "*.cs"),
    ];

    public static TheoryData<string, string> CSharpBlocks
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (string page in Repository.Pages())
            {
                string[] parts = Repository.Read(page).Split("```csharp\n");
                foreach (string part in parts.Skip(1))
                {
                    data.Add(page, part[..part.IndexOf("```", StringComparison.Ordinal)]);
                }
            }

            // The examples in the XML documentation.
            foreach ((string id, XElement member) in XmlDocs.Members)
            {
                foreach (XElement code in member.Descendants("code"))
                {
                    data.Add(id, code.Value);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(CSharpBlocks))]
    public void Snippet_OfADocument_IsCompiledHere(string page, string block)
    {
        string compiled = string.Join('\n', s_compiled
            .SelectMany(place => Directory.EnumerateFiles(Repository.PathOf(place.Folder), place.Pattern))
            .Select(file => Normalize(File.ReadAllText(file))));

        string[] lines = Normalize(block).Split('\n');
        lines.Where(line => IsUsing(line) && !compiled.Contains(line, StringComparison.Ordinal)).Should().BeEmpty("the usings of {0} are compiled too", page);
        compiled.Should().Contain(string.Join('\n', lines.Where(line => !IsUsing(line) && !IsNamespace(line))), "the C# of {0} is compiled in the tests", page);
    }

    [Fact]
    public void VendorFromOutside_AsPrinted_ClassifiesAndDecides()
    {
        Vendor vendor = Snippets.VendorFromOutside();

        VendorResult result = vendor.Classify(200, """{ "result": "17" }""");

        result.Category.Should().Be(ErrorCategory.ConcurrencyLimited);
        VendorRetryPolicy.Decide(result, vendor.Operation("POST", "/calls")).Wait.Should().Be(TimeSpan.FromSeconds(5));
        vendor.Classify(200, """{ "result": 0 }""").IsSuccess.Should().BeTrue();
    }

    [Fact]
    public void DirectUse_AsPrinted_Runs() =>
        FluentActions.Invoking(() => Snippets.DirectUse(200, """{ "statusCode": 10, "message": "wait", "payload": null }""")).Should().NotThrow();

    // A using directive, not a declaration.
    private static bool IsUsing(string line) => line.StartsWith("using ", StringComparison.Ordinal) && line.EndsWith(';') && line.IndexOfAny(['=', '(']) < 0;

    private static bool IsNamespace(string line) => line.StartsWith("namespace ", StringComparison.Ordinal);

    private static string Normalize(string code) =>
        string.Join('\n', code.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));
}
