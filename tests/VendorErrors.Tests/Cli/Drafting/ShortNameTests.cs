using FluentAssertions;
using VendorErrors.Cli.Drafting;
using Xunit;

namespace VendorErrors.Tests.Cli.Drafting;

/// <summary>Names of draft rows are short, in one line, and hold nothing that a pack refuses.</summary>
public class ShortNameTests
{
    [Theory]
    [InlineData("UnknownAccount", "Unknown account")]
    [InlineData("UnknownSKU", "Unknown SKU")]
    [InlineData("HTTPServerDown", "HTTP server down")]
    [InlineData("OpenALine", "Open a line")]
    [InlineData("LINE_BUSY", "Line busy")]
    [InlineData("line.not.found", "Line not found")]
    [InlineData("ThrottlingException", "Throttling")]
    [InlineData("Error", "Error")]
    [InlineData("404", "?")]
    [InlineData("é_ü", "É ü")]
    public void OfWords_OfACode_AreWords(string code, string name) => ShortName.OfWords(code).Should().Be(name);

    [Theory]
    [InlineData("  All\r\nlines\tbusy. ", "All lines busy")]
    [InlineData("red\u001b[31m", "red [31m")]
    [InlineData("left\u202Eright", "left right")]
    [InlineData("hidden \U000E0041", null)]
    [InlineData("...", null)]
    [InlineData("[%s]: %d", null)]
    [InlineData(null, null)]
    public void Clean_OfATextOfStrangers_IsOneLine(string? text, string? clean) => ShortName.Clean(text).Should().Be(clean);

    [Fact]
    public void Clean_OfHalfASurrogatePair_HasNoneLeft() => ShortName.Clean("half \ud800").Should().Be("half \uFFFD");

    [Fact]
    public void Of_LongTextWithoutSpaces_IsCutBetweenCharacters()
    {
        string name = ShortName.Of(string.Concat(Enumerable.Repeat("😀", 60)));

        name.Length.Should().BeLessThanOrEqualTo(DraftLimits.Name);
        name.Should().EndWith("😀 …");
    }

    [Theory]
    [InlineData("All lines busy", "all lines are busy", false)]
    [InlineData("All lines busy", "ALL-LINES busy!", true)]
    [InlineData("App not authorized for …", "App not authorized for %s", true)]
    [InlineData("No such line", "No such line, or it was closed", true)]
    [InlineData("Line", "Line closed", false)]
    public void IsSameOrPart_OfTwoNames_IgnoresWhatPeopleChange(string left, string right, bool isSame)
    {
        NameComparison.IsSameOrPart(left, right).Should().Be(isSame);
        NameComparison.IsSameOrPart(right, left).Should().Be(isSame);
    }

    [Theory]
    [InlineData("All lines busy", "ALL-LINES busy!", true)]
    [InlineData("No such line", "No such line, or it was closed", false)]
    public void IsSame_OfTwoNames_IgnoresCaseAndPunctuation(string left, string right, bool isSame) => NameComparison.IsSame(left, right).Should().Be(isSame);
}
