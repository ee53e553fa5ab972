using System.Text.RegularExpressions;
using FluentAssertions;
using Xunit;

namespace VendorErrors.Tests.Docs;

/// <summary>Every link within the repository leads to a file, and to a heading or an anchor in it.</summary>
public partial class LinkTests
{
    public static TheoryData<string> Pages => new(Repository.Pages());

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_OfAPage_LeadSomewhere(string page)
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable(GeneratedBlock.UpdateVariable) == "1", "the vendors' pages are being written");
        string folder = Path.GetDirectoryName(Repository.PathOf(page))!;
        IEnumerable<Match> found = Link().Matches(WithoutCode(Repository.Read(page)));
        foreach (IGrouping<string, string> links in found.GroupBy(link => link.Groups["file"].Value, link => link.Groups["anchor"].Value, StringComparer.Ordinal))
        {
            string target = links.Key.Length == 0 ? Repository.PathOf(page) : Path.GetFullPath(Path.Combine(folder, links.Key));
            File.Exists(target).Should().BeTrue("{0} links to {1}", page, links.Key);
            links.Where(anchor => anchor.Length > 0).Except(AnchorsIn(target), StringComparer.Ordinal).Should().BeEmpty("{0} links to them in {1}", page, target);
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Documents_NamedInAPage_AreLinks(string page) =>
        UnlinkedDocument().Matches(Repository.Read(page)).Select(mention => mention.Value).Should().BeEmpty("a reader of {0} wants to go there", page);

    [Theory]
    [InlineData("## 1. The file", "1-the-file")]
    [InlineData("# What is kept, and how much", "what-is-kept-and-how-much")]
    [InlineData("### `vendor-errors lint`", "vendor-errors-lint")]
    [InlineData("<a id=\"code-voice.1\"></a>", "code-voice.1")]
    public void Anchors_OfALine_AreThoseOfTheRenderedPage(string line, string anchor) => AnchorsOf(line + "\n").Should().Equal(anchor);

    private static IEnumerable<string> AnchorsIn(string file) => AnchorsOf(WithoutCode(File.ReadAllText(file).ReplaceLineEndings("\n")));

    private static IEnumerable<string> AnchorsOf(string page) =>
        Heading().Matches(page).Select(match => AnchorOf(match.Groups["text"].Value)).Concat(Id().Matches(page).Select(match => match.Groups["id"].Value));

    // As the usual renderers make it of a heading.
    private static string AnchorOf(string heading) =>
        string.Concat(heading.ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_')).Replace(' ', '-');

    private static string WithoutCode(string page) => CodeBlock().Replace(page, string.Empty);

    [GeneratedRegex(@"\]\((?!https?:)(?<file>[^)#]*)(#(?<anchor>[^)]+))?\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    [GeneratedRegex(@"`[A-Za-z0-9./-]+\.md`", RegexOptions.ExplicitCapture)]
    private static partial Regex UnlinkedDocument();

    [GeneratedRegex("^#+ (?<text>.+)$", RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("<a id=\"(?<id>[^\"]+)\">", RegexOptions.ExplicitCapture)]
    private static partial Regex Id();

    [GeneratedRegex("^```.*?^```", RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
