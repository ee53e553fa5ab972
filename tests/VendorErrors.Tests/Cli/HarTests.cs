using System.Text;
using System.Text.Json;
using FluentAssertions;
using Xunit;

namespace VendorErrors.Tests.Cli;

/// <summary>What browsers and proxies recorded (HTTP Archive), a record out for each entry.</summary>
[Trait("Category", "Slow")]
public sealed class HarTests : IDisposable
{
    private readonly string _file = Path.ChangeExtension(Path.GetTempFileName(), ".har");

    public void Dispose()
    {
        File.Delete(_file);
        File.Delete(Path.ChangeExtension(_file, ".tmp"));
    }

    [Fact]
    public void Classify_Answers_ReadsStatusHeadersTimeBodyAndRequest()
    {
        string body = Convert.ToBase64String(Encoding.UTF8.GetBytes("""{"errors":[{"code":1530,"message":"x"}]}"""));
        WriteHar(
            """{"startedDateTime":"1999-12-31T23:59:44.000Z","time":250.5,"request":{"method":"GET","url":"https://api.dexatel.com/v1/messages?x=1"},"response":{"status":429,"headers":[{"name":":status","value":"429"},{"name":"Retry-After","value":"Fri, 31 Dec 1999 23:59:59 GMT"}],"content":{"size":0}}}""",
            """{"_id":"req-2","request":{"method":"POST","url":"https://api.dexatel.com/v1/messages"},"response":{"status":422,"headers":[],"content":{"size":41,"mimeType":"application/json","text":"BODY","encoding":"base64"}}}""".Replace("BODY", body, StringComparison.Ordinal),
            """{"request":{"method":"POST","url":"https://api.dexatel.com/v1/messages"},"response":{"status":504,"content":{"size":3,"mimeType":"text/html","text":"\u003chtml>"}}}""");

        CliResult result = CliProcess.Run("classify", "--vendor", "dexatel", _file);

        result.ExitCode.Should().Be(0, result.Error);
        JsonElement[] records = Parse(result);
        records.Select(record => record.GetProperty("id").ToString()).Should().Equal("1", "req-2", "3");
        records.Select(record => record.GetProperty("category").GetString()).Should().Equal("rate_limited", "destination_blocked", "vendor_timeout");
        records[0].GetProperty("retry").GetProperty("wait_ms").GetInt64().Should().Be(14_750, "the clock is when the answer was there");
        records[0].GetProperty("decision").GetProperty("action").GetString().Should().Be("retry");
        records[1].GetProperty("http_status").GetInt32().Should().Be(422);
        records[2].GetProperty("decision").GetProperty("reason").GetString().Should().Be("effect_unknown", "it was a POST");
    }

    [Fact]
    public void Classify_EventsOfATunnel_ReadsRequests()
    {
        WriteHar(
            """{"request":{"method":"POST","url":"https://hooks.example.com/a","headers":[{"name":"Content-Type","value":"application/x-www-form-urlencoded"}],"postData":{"mimeType":"application/x-www-form-urlencoded","text":"MessageSid=SM1&MessageStatus=delivered&Body=a b"}},"response":{"status":200}}""",
            """{"request":{"method":"POST","url":"https://hooks.example.com/a","postData":{"mimeType":"application/x-www-form-urlencoded","params":[{"name":"MessageSid","value":"SM2"},{"name":"MessageStatus","value":"failed"},{"name":"ErrorCode","value":"30003"},{"name":"Body","value":"a&b=c"}]}}}""",
            """{"request":{"method":"GET","url":"https://hooks.example.com/a?CallSid=CA1&CallStatus=busy#top"}}""",
            """{"request":{"method":"POST","url":"https://hooks.example.com/a?token=1"}}""",
            """{"_id":{"no":"line"},"request":{"method":"POST","url":"https://hooks.example.com/a","postData":{"mimeType":"application/json","text":"e30=","encoding":"base64"}}}""");

        CliResult result = CliProcess.Run("classify", "--event", "--vendor", "twilio", _file);

        result.ExitCode.Should().Be(3);
        JsonElement[] records = Parse(result);
        records.Select(record => record.GetProperty("id").GetInt32()).Should().Equal(1, 2, 3, 4, 5);
        records.Select(record => record.TryGetProperty("state", out JsonElement state) ? state.GetString() : record.GetProperty("error").GetString()).Should().Equal(
            "delivered", "failed", "busy", "the request of the entry has no body", "unknown");
        records[1].GetProperty("code").GetString().Should().Be("30003");
    }

    [Fact]
    public void Classify_EntriesThatCannotBeRead_AreReportedAndTheRestGoesOn()
    {
        (string Entry, string Error)[] entries =
        [
            ("17", "the entry has no request"),
            ("""{"request":{}}""", "the entry has no response"),
            ("""{"request":{},"response":{"status":0}}""", "the entry has no answer: its status is 0"),
            ("""{"request":{},"response":{}}""", "the entry has no answer: its status is 0"),
            ("""{"request":{},"response":{"status":1e300}}""", "the status is not an HTTP status, a number from 100 to 599"),
            ("""{"request":{},"response":{"status":200,"content":{"size":5}}}""", "the body was not saved: content.text is missing"),
            ("""{"request":{},"response":{"status":200,"content":{"text":"***","encoding":"base64"}}}""", "content.text is not base64"),
            ("""{"request":{},"response":{"status":200,"content":{"text":"x","encoding":"rot13"}}}""", "content.encoding 'rot13' is not known; only base64 is"),
            ("""{"request":{},"response":{"status":200,"content":{"text":"\ud800"}}}""", "text holds half a surrogate pair"),
        ];
        WriteHar([.. entries.Select(entry => entry.Entry), """{"startedDateTime":"9999-12-31T23:59:59Z","time":-1,"request":{"url":7},"response":{"status":404,"headers":[1,{"value":"x"}]}}"""]);

        CliResult result = CliProcess.Run("classify", "--batch", "--vendor", "dexatel", _file);

        result.ExitCode.Should().Be(3);
        JsonElement[] records = Parse(result);
        records.SkipLast(1).Select(record => (record.GetProperty("entry").GetInt32(), record.GetProperty("error").GetString())).Should().Equal(entries.Select((entry, i) => (i + 1, (string?)entry.Error)));
        records[^1].GetProperty("category").GetString().Should().Be("not_found");
    }

    [Theory]
    [InlineData("\uFEFF", "\n")]
    [InlineData(" \n", "")]
    public void Batch_AFileInAnyForm_IsKnownByItsContent(string before, string between)
    {
        string har = $"{before}{{{between}\"log\"{between}:" + """{"version":"1.2","pages":[{"id":"PAGE"}],"entries":[{"request":{},"response":{"status":404}}]}}""".Replace("PAGE", new string('p', 200_000), StringComparison.Ordinal);

        Parse(CliProcess.RunWithInput(har, "classify", "--batch", "--vendor", "dexatel", "-")).Single().GetProperty("category").GetString().Should().Be("not_found");
    }

    [Theory]
    [InlineData("""{"log":{"entries":7},"status":404}""")]
    [InlineData("""{"log":[{"entries":[]}],"status":404}""")]
    [InlineData("""{"status":404,"log":"entries"}""")]
    [InlineData("""{"body":{"log":{"entries":[]}},"status":404}""")]
    public void Batch_ARecordThatOnlySoundsLikeOne_IsARecord(string record) =>
        Parse(CliProcess.RunWithInput(record + "\n" + record, "classify", "--batch", "--vendor", "dexatel")).Select(read => read.GetProperty("http_status").GetInt32()).Should().Equal(404, 404);

    [Theory]
    [InlineData("""{"log":{"entries":[{"request":{},"respo""", "the HAR file is cut or malformed: the grammar breaks in line 1, at byte 39, counted from 0")]
    [InlineData("{\n\"log\":{\"entries\":[\n17 18]}}", "the HAR file is cut or malformed: the grammar breaks in line 3, at byte 3, counted from 0")]
    [InlineData("""{"log":{"entries":[],"entries":1}}""", "log.entries of the HAR file comes twice, and the last one is no list")]
    [InlineData("{}", "' is no HAR file, which is an object with log.entries, or it is cut before these")]
    [InlineData("", "' is no HAR file, which is an object with log.entries, or it is cut before these")]
    public void Classify_ABrokenFile_SaysSoInOneLine(string text, string expected)
    {
        File.WriteAllText(_file, text);

        CliResult result = CliProcess.Run("classify", "--vendor", "dexatel", _file);

        result.ExitCode.Should().Be(2);
        result.Output.Should().BeEmpty();
        result.Error.TrimEnd().Split('\n').Should().ContainSingle().Which.Should().EndWith(expected);
    }

    [Theory]
    [InlineData("--vendor is missing; a HAR file does not say whose entries it holds", "--batch")]
    [InlineData("--status cannot be used with a HAR file; each entry has its own", "--vendor", "dexatel", "--status", "200")]
    [InlineData("--header cannot be used with a HAR file; each entry has its own", "--vendor", "dexatel", "--event", "--header", "a: b")]
    [InlineData("a HAR file writes ndjson, not json; omit --output or write --output ndjson", "--vendor", "dexatel", "--output", "json")]
    [InlineData("--explain is for one answer or event, not for a HAR file", "--vendor", "dexatel", "--explain")]
    [InlineData("no events of rfc9457 (Problem details (RFC 9457)) are known", "--vendor", "rfc9457", "--event")]
    public void Classify_AFileWithWrongOptions_SaysSoInOneLine(string expected, params string[] options)
    {
        WriteHar("""{"request":{},"response":{"status":404}}""");

        CliResult result = CliProcess.Run(["classify", .. options, _file]);

        result.ExitCode.Should().Be(2);
        result.Output.Should().BeEmpty();
        result.Error.TrimEnd().Split('\n').Should().ContainSingle().Which.Should().Contain(expected);
    }

    [Fact]
    public void Classify_AFileWithInvalidUtf8_SaysSoInOneLine()
    {
        File.WriteAllBytes(_file, [.. "{\"log\":{\"entries\":[\""u8, 0xFF, .. "\"]}}"u8]);

        CliProcess.Run("classify", "--vendor", "dexatel", _file).Error.Should().Contain("the HAR file holds invalid UTF-8");
    }

    private static JsonElement[] Parse(CliResult result) =>
        [.. result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    private void WriteHar(params string[] entries) =>
        File.WriteAllText(_file, """{"log":{"version":"1.2","creator":{"name":"proxy","version":"1"},"entries":[""" + string.Join(",\n", entries) + "]}}");
}
