using System.Text.RegularExpressions;
using FluentAssertions;
using Xunit;

namespace VendorErrors.Tests.Docs;

/// <summary>Every link within the repository leads to a file, and to a heading or an anchor in it.</summary>
public partial class LinkTests
{
    public static TheoryData<string> Pages => new(Repository.Pages());

    [Fact]
    public void Links_OfAllPages_LeadSomewhere() => Repository.Pages().SelectMany(DeadLinksIn).Should().BeEmpty();

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

    private static IEnumerable<string> DeadLinksIn(string page)
    {
        IEnumerable<Match> found = Link().Matches(WithoutCode(Repository.Read(page)));
        foreach (IGrouping<string, string> links in found.GroupBy(link => link.Groups["file"].Value, link => link.Groups["anchor"].Value, StringComparer.Ordinal))
        {
            string target = links.Key.Length == 0 ? page : Path.Combine(Path.GetDirectoryName(page)!, links.Key);
            IEnumerable<string> dead = File.Exists(Repository.PathOf(target))
                ? links.Where(anchor => anchor.Length > 0).Except(AnchorsOf(WithoutCode(Repository.Read(target))), StringComparer.Ordinal)
                : links;
            foreach (string anchor in dead)
            {
                yield return $"{page} links to {links.Key}#{anchor}";
            }
        }
    }

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
