using System.Text.Encodings.Web;
using System.Text.Json;
using FluentAssertions;
using Xunit;

namespace VendorErrors.Tests.Cli;

/// <summary>One line of a batch: what is a record, what is none, and what its body is.</summary>
[Trait("Category", "Slow")]
public class BatchRecordTests
{
    private const string Surrogate = "half a surrogate pair";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Batch_WithBodiesThatAreTexts_ResolvesEveryEscape(bool relaxed)
    {
        // From none to several blocks of 16 bytes before the escapes.
        string[] messages = [.. Enumerable.Range(0, 70).Select(length => new string('m', length) + "\"\\/ é\b\f\n\r\t\u0001😀 \u2028." + new string('n', length % 7))];
        var options = new JsonSerializerOptions { Encoder = relaxed ? JavaScriptEncoder.UnsafeRelaxedJsonEscaping : JavaScriptEncoder.Default };
        string[] bodies = [.. messages.Select(message => JsonSerializer.Serialize(new { errcode = 10004, errmsg = message }, options))];
        IEnumerable<string> asTexts = bodies.Select(body => JsonSerializer.Serialize(new { vendor = "yeastar-p-series", status = 200, body }, options));
        IEnumerable<string> asJson = bodies.Select(body => $$"""{"vendor":"yeastar-p-series","status":200,"body":{{body}}}""");

        JsonElement[] records = Parse(CliProcess.RunWithInput(string.Join('\n', asTexts.Concat(asJson)), "classify", "--batch"));

        records.Should().HaveCount(2 * messages.Length);
        records[..messages.Length].Select(record => record.GetRawText()).Should().Equal(records[messages.Length..].Select(record => record.GetRawText()), "a body is the same as text and as JSON");
        records.Take(messages.Length).Select((record, i) => record.GetProperty("message").GetString()!.Contains(new string('m', i) + "\"\\/ é", StringComparison.Ordinal)).Should().AllBeEquivalentTo(true);
    }

    [Theory]
    [InlineData("{\"status\":404,\"body\":\"\\/\\u002f\"}")]
    [InlineData("\t{ \"status\" :\t404 , \"body\" : [ ] }\t\r")]
    [InlineData("{\"st\\u0061tus\":404}")]
    [InlineData("{\"status\":200,\"status\":404}")]
    [InlineData("{\"status\":404,\"Status\":200,\"STATUS\":500}")]
    [InlineData("{\"status\":404,\"more\":[\"\\ud800\",{\"a\":\"}\"},1.5e-3,null]}")]
    public void Batch_WithARecordInAnyForm_ReadsIt(string line)
    {
        CliResult result = CliProcess.RunWithInput(line, "classify", "--batch", "--vendor", "dexatel");

        Parse(result).Single().GetProperty("http_status").GetInt32().Should().Be(404);
    }

    [Theory]
    [InlineData("{\"id\":7,\"body\":{\"a\":1,}}", "byte 22")]
    [InlineData("{\"id\":7,\"body\":{\"a\":1},}", "byte 23")]
    [InlineData("{\"id\":7,/* c */\"body\":1}", "byte 8")]
    [InlineData("{\"id\":7,\"body\":[1,/* c */2]}", "byte 18")]
    [InlineData("{\"id\":7,\"body\":{\"a\":tru}}", "byte 23")]
    [InlineData("{\"id\":7,\"body\":\"a\\qb\"}", "byte 18")]
    [InlineData("{\"id\":7,\"body\":\"a\\u12G4\"}", "byte 21")]
    [InlineData("{\"id\":7,\"body\":\"a\tb\"}", "byte 17")]
    [InlineData("{\"id\":7,\"body\":[\"a\tb\"]}", "byte 18")]
    [InlineData("{\"id\":7,\"more\":\"\\q\"}", "byte 17")]
    [InlineData("{\"id\":7,\"mo\\qre\":1}", "byte 12")]
    [InlineData("{\"id\":7,\"status\":404x}", "byte 20")]
    [InlineData("{\"id\":7,\"status\":404} {}", "byte 22")]
    [InlineData("{\"id\":7,\"status\":404", "byte 20")]
    [InlineData("{\"id\":7,\"body\":\"\\ud800\"}", Surrogate)]
    [InlineData("{\"id\":7,\"vendor\":\"\\udc00\"}", Surrogate)]
    public void Batch_WithALineThatIsNoRecord_SaysWhereAndGoesOn(string line, string why)
    {
        CliResult result = CliProcess.RunWithInput(line + "\n{\"id\":8,\"status\":404}", "classify", "--batch", "--vendor", "dexatel");

        result.ExitCode.Should().Be(3);
        JsonElement[] records = Parse(result);
        records.Should().HaveCount(2);
        records[0].GetProperty("error").GetString().Should().Contain(why);
        records[0].GetProperty("id").GetInt32().Should().Be(7);
        records[1].GetProperty("id").GetInt32().Should().Be(8);
    }

    [Fact]
    public void Batch_WithAnUnreadableLineThatHoldsHalfASurrogatePairInAName_GoesOn()
    {
        CliResult result = CliProcess.RunWithInput("{\"\\ud800\":1,\n{\"id\":8,\"status\":404}", "classify", "--batch", "--vendor", "dexatel");

        result.ExitCode.Should().Be(3);
        Parse(result).Should().HaveCount(2);
    }

    private static JsonElement[] Parse(CliResult result) =>
        [.. result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
}
