using System.Text;
using System.Text.Json;
using FluentAssertions;
using Xunit;

namespace VendorErrors.Tests.Cli;

/// <summary><c>classify --event</c>: what a vendor sent later, one body at a time.</summary>
[Trait("Category", "Slow")]
public sealed class EventCommandTests : IDisposable
{
    private const string NoCoverage = """{"payload":{"sessionId":"47f1","sessionStatus":"ERROR","clientRequestId":"order-1","endTime":"2026-01-13T08:27:33Z","details":{"callA":{"callId":"leg-a"}},"errorDetails":{"errorMsg":"No coverage","errorCode":-2004}},"eventType":"SESSION_SUMMARY"}""";

    private const string TwoStatuses = """
        {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{"messaging_product":"whatsapp","statuses":[
          {"id":"wamid.1","status":"delivered","timestamp":"1700000000","recipient_id":"12025550100"},
          {"id":"wamid.2","status":"sent","timestamp":"1700000001","recipient_id":"12025550101"}]}}]}]}
        """;

    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void Classify_AnEventThatEndedBadly_SaysAllOfItAndExitsWith1()
    {
        CliResult result = CliProcess.RunWithInput(NoCoverage, "classify", "--event", "--vendor", "8x8-connect", "--explain", "-");

        result.ExitCode.Should().Be(1);
        result.Error.Should().BeEmpty();
        result.Output.ReplaceLineEndings("\n").Should().StartWith("""
            session failed · destination_blocked · 8x8-connect
              final             yes
              vendor's event    SESSION_SUMMARY
              vendor's state    ERROR
              vendor's code     -2004  No coverage available for requested area
              vendor's words    No coverage
              effect            none: nobody was called or got it
              confidence        exact
              another attempt   after change: something has to change first: a field, a balance, a permission
              id                47f1
              related ids       leg-a
              your reference    order-1
              time              2026-01-13T08:27:33Z

            """.ReplaceLineEndings("\n")).And.Contain("payload.errorDetails.errorCode").And.Contain("vss: -2004 No coverage available for requested area means destination_blocked").And.Contain("won");
    }

    [Theory]
    [InlineData("message delivered · twilio", 0, "MessageSid=SM1&MessageStatus=delivered\n")]
    [InlineData("message in progress · twilio", 0, "MessageSid=SM1&MessageStatus=sent\r\n")]
    [InlineData("call busy · twilio", 1, "?CallSid=CA1&CallStatus=busy")]
    [InlineData("message of unknown state · twilio", 1, "MessageSid=SM1&MessageStatus=melted")]
    [InlineData("event of unknown state · twilio", 1, "a=b")]
    [InlineData("event of unknown state · twilio", 1, "hello")]
    [InlineData("event of unknown state · twilio", 1, "<!doctype html><html><body>502</body></html>")]
    public void Classify_AnEvent_ExitsWith1UnlessItIsGoodOrUnderWay(string head, int exitCode, string body)
    {
        CliResult result = CliProcess.RunWithInput(body, "classify", "--event", "--vendor", "twilio");

        result.Output.Should().StartWith(head);
        result.ExitCode.Should().Be(exitCode);
        result.Output.Contains("why unknown", StringComparison.Ordinal).Should().Be(head.Contains("unknown", StringComparison.Ordinal));
    }

    [Fact]
    public void Classify_AnEventInXml_ReadsItsElements()
    {
        const string Receipt = "<?xml version=\"1.0\"?><r><namespace>SMS</namespace><eventType>outbound_message_status_changed</eventType><payload><umid>u1</umid><status><state>undelivered</state><errorCode>15</errorCode></status></payload></r>";

        CliProcess.RunWithInput(Receipt, "classify", "--event", "--vendor", "8x8-connect").Output.Should().StartWith("message undelivered · invalid_destination · 8x8-connect").And.Contain("billed            no").And.Contain("another attempt   never");
    }

    [Fact]
    public void Classify_AnEventWhoseHeaderSaysWhatItIs_ReadsItSo()
    {
        // Unencoded, this could be any text.
        const string Form = "MessageSid=SM1&MessageStatus=delivered&Body=hello there";

        CliProcess.RunWithInput(Form, "classify", "--event", "--vendor", "twilio").Output.Should().StartWith("event of unknown state");
        CliProcess.RunWithInput(Form, "classify", "--event", "--vendor", "twilio", "--header", "Content-Type: application/x-www-form-urlencoded").Output.Should().StartWith("message delivered");
    }

    [Fact]
    public void Classify_SeveralEvents_WritesThemOneAfterTheOther()
    {
        File.WriteAllText(_file, TwoStatuses);

        CliResult text = CliProcess.Run("classify", "--event", "--vendor", "whatsapp", _file);
        CliResult lines = CliProcess.Run("classify", "--event", "--vendor", "whatsapp", "--output", "ndjson", _file);
        CliResult json = CliProcess.Run("classify", "--event", "--vendor", "whatsapp", "--output", "json", _file);

        text.Output.Split('\n').Where(line => line.Length > 0 && line[0] != ' ').Should().Equal("1 of 2 · message delivered · whatsapp", "2 of 2 · message in progress · whatsapp");
        string[] records = lines.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        records.Select(record => JsonDocument.Parse(record).RootElement.GetProperty("subject_id").GetString()).Should().Equal("wamid.1", "wamid.2");
        JsonDocument.Parse(json.Output).RootElement.EnumerateArray().Select(read => JsonSerializer.Serialize(read)).Should().Equal(records.Select(record => JsonSerializer.Serialize(JsonDocument.Parse(record).RootElement)));
        new[] { text.ExitCode, lines.ExitCode, json.ExitCode }.Should().AllBeEquivalentTo(0);
    }

    [Fact]
    public void Classify_OneEventAsJson_IsAnObjectWithEveryMember()
    {
        JsonElement json = JsonDocument.Parse(CliProcess.RunWithInput(NoCoverage, "classify", "--event", "--vendor", "8x8-connect", "--output", "json", "--explain").Output).RootElement;

        json.EnumerateObject().Select(member => member.Name).Should().Equal(
            "id", "vendor", "kind", "state", "final", "outcome", "effect", "category", "group", "confidence", "billed", "next_attempt", "next_attempt_delay_ms", "retry", "type", "vendor_state",
            "code", "code_name", "code_catalog", "message", "event_id", "key", "subject_id", "related_ids", "client_reference", "occurred_at", "evidence");
        json.GetProperty("retry").GetProperty("disposition").GetString().Should().Be("never");
        json.GetProperty("category").GetString().Should().Be("destination_blocked");
    }

    [Fact]
    public void Classify_ACodeOfASharedCatalog_NamesTheCatalog() =>
        CliProcess.RunWithInput("CallSid=CA1&CallStatus=failed&SipResponseCode=404", "classify", "--event", "--vendor", "twilio").Output.Should().Contain("vendor's code     404  Not Found (SIP responses)");

    [Fact]
    public void Classify_AnEventTakenForAnAnswer_SaysWhatReadsIt()
    {
        CliProcess.RunWithInput(NoCoverage, "classify", "--vendor", "8x8-connect").Output.Should().Contain("looks like        an event, which is sent later, and no answer: classify --event reads it");
        CliProcess.RunWithInput(NoCoverage, "classify", "--vendor", "8x8-connect", "--status", "200").Output.Should().NotContain("looks like", "an answer has a status");
    }

    [Fact]
    public void Classify_AnAnswerTakenForAnEvent_IsUnknownAndSaysSo()
    {
        CliResult result = CliProcess.RunWithInput("""{"errors":[{"code":1530,"message":"x"}]}""", "classify", "--event", "--vendor", "dexatel");

        result.ExitCode.Should().Be(1);
        result.Output.Should().Contain("this looks like an answer, of the shape 'error list', and no event");
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void Classify_AnEventInUtf16_IsRefusedInOneLine(string encoding)
    {
        byte[] mark = Encoding.GetEncoding(encoding).GetPreamble();
        File.WriteAllBytes(_file, [.. mark, .. Encoding.GetEncoding(encoding).GetBytes(NoCoverage)]);
        RefusalOf(_file).Should().Be("vendor-errors: the input is UTF-16; save it as UTF-8");

        File.WriteAllBytes(_file, Encoding.GetEncoding(encoding).GetBytes(NoCoverage));
        RefusalOf(_file).Should().Be("vendor-errors: the input is UTF-16; save it as UTF-8");
    }

    [Fact]
    public void Classify_AnEventThatIsCompressed_IsRefusedInOneLine()
    {
        File.WriteAllBytes(_file, [0x1F, 0x8B, 8, 0, 0]);

        RefusalOf(_file).Should().Be("vendor-errors: the input is compressed with gzip; decompress it first");
    }

    [Fact]
    public void Classify_BytesThatAreNoText_AreAnEventOfUnknownState()
    {
        File.WriteAllBytes(_file, [.. Enumerable.Range(1, 255).Select(b => (byte)b)]);

        CliResult result = CliProcess.Run("classify", "--event", "--vendor", "twilio", _file);

        result.ExitCode.Should().Be(1);
        result.Output.Should().Contain("the body is no JSON, no form and no XML").And.NotContain("\u001b");
    }

    [Fact]
    public void Classify_AnEventOfManyBytes_IsReadToItsEnd()
    {
        File.WriteAllText(_file, $$$"""{"eventType":"SESSION_SUMMARY","more":"{{{new string('m', 20_000_000)}}}","payload":{"sessionStatus":"BUSY"}}""");

        CliProcess.Run("classify", "--event", "--vendor", "8x8-connect", _file).Output.Should().StartWith("session busy");
    }

    private static string RefusalOf(string file)
    {
        CliResult result = CliProcess.Run("classify", "--event", "--vendor", "8x8-connect", file);
        result.ExitCode.Should().Be(2);
        result.Output.Should().BeEmpty();
        return result.Error.TrimEnd();
    }
}
