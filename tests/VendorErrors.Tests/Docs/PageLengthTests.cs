using System.Globalization;
using System.Text.RegularExpressions;
using FluentAssertions;
using Xunit;

namespace VendorErrors.Tests.Docs;

/// <summary>The pages for users stay short enough to be read.</summary>
public partial class PageLengthTests
{
    private const int MostWords = 12_900;

    // The first two are written by programs; the others are for people who change the library: how it is built, checked and measured.
    private static readonly string[] s_notForUsers = ["docs/comparison.md", "docs/fleet-comparison.md", "docs/CONTRIBUTING.md", "docs/data-flow.md", "docs/ledger.md", "docs/performance.md", "docs/quality.md"];

    [Fact]
    public void PagesForUsers_Together_StayBelowTheirWords()
    {
        var words = UserPages().ToDictionary(page => page, page => Words(Repository.Read(page)), StringComparer.Ordinal);

        words.Values.Sum().Should().BeLessThan(MostWords, "the pages have {0}", string.Join(", ", words.Select(page => string.Create(CultureInfo.InvariantCulture, $"{page.Key} {page.Value}"))));
    }

    [Fact]
    public void PagesForUsers_Always_AreThere() => UserPages().Should().Contain(["README.md", "docs/getting-started.md", "docs/http-client.md"]).And.NotContain(s_notForUsers);

    // As 'wc -w' counts; generated and printed blocks and code, which tests hold, do not count, tables do.
    [Theory]
    [InlineData("# Two words\n", 3)]
    [InlineData("| a | b |\n|---|---|\n", 6)]
    [InlineData("one\n```csharp\nvar two = 2;\n```\nthree\n", 2)]
    [InlineData("one\n<!-- generated: table -->\n| two |\n<!-- end -->\nthree\n", 2)]
    [InlineData("one\n<!-- printed: gates -->\n```text\ntwo\n```\n<!-- end -->\nthree\n", 2)]
    public void Words_OfAPage_AreThoseWrittenByHand(string page, int words) => Words(page).Should().Be(words);

    private static IEnumerable<string> UserPages() =>
        Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md")
            .Select(file => $"docs/{Path.GetFileName(file)}")
            .Prepend("README.md")
            .Except(s_notForUsers, StringComparer.Ordinal);

    private static int Words(string page) =>
        CodeBlock().Replace(WrittenBlock().Replace(page, string.Empty), string.Empty).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    [GeneratedRegex("<!-- (generated|printed): .*?<!-- end -->", RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex WrittenBlock();

    [GeneratedRegex("^```.*?^```", RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
