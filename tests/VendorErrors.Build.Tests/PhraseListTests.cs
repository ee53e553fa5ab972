using VendorErrors.Build.Spelling;

namespace VendorErrors.Build.Tests;

public sealed class PhraseListTests
{
    private static readonly PhraseList s_phrases = new(["phrase\tbetter", "an example\texample"]);

    [Theory]
    [InlineData("This is an example.")]
    [InlineData("An Example")]
    [InlineData("an exampleless way, and an example")]
    public void Check_Phrase_IsNamedWithItsLine(string line) => s_phrases.Check([("a.md", $"first\n{line}\n")]).Should().Equal("a.md:2: 'an example', say 'example'");

    [Theory]
    [InlineData("an exampleless way")]
    [InlineData("plan example")]
    [InlineData("an\nexample")]
    public void Check_OtherWords_AreNoProblem(string text) => s_phrases.Check([("a.md", text)]).Should().BeEmpty();
}
