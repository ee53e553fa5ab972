using FluentAssertions;
using VendorErrors.Definitions;
using Xunit;

namespace VendorErrors.Tests.Classification.Words;

/// <summary>The vendor's words, whatever kind of body they stand in.</summary>
public class MessageReaderTests
{
    [Theory]
    [InlineData("<title>Bad Gateway</title>", "Bad Gateway")]
    [InlineData("<html><TITLE class='x'> Bad Gateway </TITLE><h1>502</h1></html>", "Bad Gateway")]
    [InlineData("<html><h1>Gone</h1><title>Late</title></html>", "Late")]
    [InlineData("<html><body><h1>Gone</h1></body></html>", "Gone")]
    [InlineData("<html><title>C:\\new\\table</title></html>", "C:\\new\\table")]
    [InlineData("<html><title> </title></html>", null)]
    [InlineData("<html><body>text</body></html>", "text")]
    [InlineData("<html><body><title", null)]
    [InlineData("<html><body><title>Bad Gate", "Bad Gate")]
    [InlineData("<?xml version='1.0'?><error><message>No credit</message><title>x</title></error>", "No credit")]
    [InlineData("<?xml version='1.0'?><error><title>No credit</title></error>", "No credit")]
    [InlineData("<?xml version='1.0'?><error><code>1</code></error>", null)]
    [InlineData("C:\\new is full ", "C:\\new is full")]
    [InlineData("first\r\n\tsecond", "first\r\n\tsecond")]
    [InlineData("a\u0001b", null)]
    [InlineData("\u00A0", null)]
    [InlineData("""{"message":"No credit"}""", "No credit")]
    [InlineData("""{"detail":"No credit"}""", "No credit")]
    [InlineData("""{"title":"No credit"}""", "No credit")]
    [InlineData("""{"error":"invalid_grant","error_description":"No credit"}""", "No credit; invalid_grant")]
    [InlineData("""{"error":{"message":"No credit"}}""", "No credit")]
    [InlineData("""{"error":"No credit"}""", "No credit")]
    [InlineData("""{"msg":"No credit"}""", "No credit")]
    [InlineData("""{"errorMessage":"No credit"}""", "No credit")]
    [InlineData("""{"error":{"description":"No credit"}}""", "No credit")]
    [InlineData("""{"error":{"detail":"No credit"}}""", "No credit")]
    [InlineData("""{"fault":{"faultstring":"No credit"}}""", "No credit")]
    [InlineData("""{"description":"No credit"}""", "No credit")]
    [InlineData("""{"reason":"No credit"}""", "No credit")]
    [InlineData("""{"title":"Short","detail":"Long"}""", "Long; Short")]
    [InlineData("""{"title":"Short","detail":5}""", "5")]
    public void Message_OfABodyWithoutAnEnvelope_IsWhatAPersonWouldRead(string body, string? message) =>
        RuleVendor.Explain(500, body).Answer!.Message.Should().Be(message);

    [Fact]
    public void Message_OfALongText_IsItsFirstKilobyte() => RuleVendor.Explain(500, new string('x', 5000)).Answer!.Message.Should().Be(new string('x', 1024));

    [Fact]
    public void Message_OfALongPage_IsSoughtInItsFirst16Kilobytes()
    {
        RuleVendor.Explain(500, $"<html><!-- {new string('x', 15_000)} --><title>late</title></html>").Answer!.Message.Should().Be("late");
        RuleVendor.Explain(500, $"<html><!-- {new string('x', 16 * 1024)} --><title>late</title></html>").Answer!.Message.Should().BeNull();
    }

    [Theory]
    [InlineData("""[null,"a","b"]""", new[] { "a", "b" })]
    [InlineData("\"a\"", new[] { "a" })]
    [InlineData("7", new[] { "7" })]
    [InlineData("\" \"", new string[0])]
    [InlineData("null", new string[0])]
    [InlineData("{}", new string[0])]
    public void Messages_OfAnEnvelope_AreItsTexts(string value, string[] messages) =>
        RuleVendor.Explain(400, $$"""{"code":1,"message":{{value}}}""").Answer!.Messages.Should().Equal(messages);

    [Theory]
    [InlineData("\"a\"", """[{"code":1,"message":"b"}]""", new[] { "a" })]
    [InlineData("[]", """[{"code":1,"message":"b"}]""", new string[0])]
    [InlineData("null", """[{"code":1,"message":"b"}]""", new[] { "b" })]
    [InlineData("null", """[{"code":1},{"code":1,"message":"b"}]""", new[] { "b" })]
    [InlineData("null", """[{"code":1},{"code":1}]""", new string[0])]
    public void Messages_OfAnAnswerWithEntries_AreItsOwnOrElseTheirs(string message, string details, string[] messages) =>
        RuleVendor.Explain(400, $$"""{"code":1,"message":{{message}},"details":{{details}}}""").Answer!.Messages.Should().Equal(messages);

    [Fact]
    public void Messages_OfAFullListAndAFurtherMember_AreNoMoreThanAThousand()
    {
        var envelope = new Envelope("answer", Condition.Has("code")) { Code = ["code"], Message = ["list", "text"] };
        var vendor = new Vendor("acme", "Acme", new VendorDefinition { Envelopes = [envelope] });

        VendorResult result = vendor.Classify(400, $$"""{"code":1,"list":[{{string.Join(',', Enumerable.Range(0, 1000).Select(i => $"\"m{i}\""))}}],"text":"further"}""");

        result.Answer!.Messages.Should().HaveCount(1000).And.NotContain("further");
    }

    [Fact]
    public void Messages_MoreThanAThousand_AreCut() =>
        RuleVendor.Explain(400, $$"""{"code":1,"message":[{{string.Join(',', Enumerable.Range(0, 1500).Select(i => $"\"m{i}\""))}}]}""").Answer!.Messages.Should().HaveCount(1000);
}
