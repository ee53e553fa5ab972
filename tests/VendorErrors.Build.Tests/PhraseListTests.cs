using VendorErrors.Build.Spelling;

namespace VendorErrors.Build.Tests;

public sealed class PhraseListTests
{
    private static readonly PhraseList s_phrases = new(["phrase\tbetter", "an advice\tadvice"]);

    [Theory]
    [InlineData("This is an advice.")]
    [InlineData("An Advice")]
    [InlineData("an adviceless way, and an advice")]
    public void Check_Phrase_IsNamedWithItsLine(string line) => s_phrases.Check([("a.md", $"first\n{line}\n")]).Should().Equal("a.md:2: 'an advice', say 'advice'");

    [Theory]
    [InlineData("an adviceless way")]
    [InlineData("plan advice")]
    [InlineData("an\nadvice")]
    public void Check_OtherWords_AreNoProblem(string text) => s_phrases.Check([("a.md", text)]).Should().BeEmpty();
}
