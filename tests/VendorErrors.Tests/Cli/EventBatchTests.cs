using System.Text.Json;
using FluentAssertions;
using Xunit;

namespace VendorErrors.Tests.Cli;

/// <summary>Events among the records of a batch.</summary>
[Trait("Category", "Slow")]
public class EventBatchTests
{
    private const string Records = """
        {"id":"r-8x-vss-error","vendor":"8x8-connect","status":null,"headers":{},"body":"{\"payload\":{\"sessionId\":\"47f19e66-2163-11ee-8ccd-27b543a164ea\",\"subAccountId\":\"acme\",\"sessionStatus\":\"ERROR\",\"lastAction\":\"MAKE_CALL\",\"callCount\":1,\"errorDetails\":{\"errorMsg\":\"No coverage available for requested area\",\"errorCode\":-2004},\"details\":{\"callA\":{\"callStatus\":\"ERROR\",\"callDuration\":0}}},\"namespace\":\"VOICE\",\"eventType\":\"SESSION_SUMMARY\",\"description\":\"Summary of a completed call session\"}"}
        {"id":"r-8x-vss-ok","vendor":"8x8-connect","status":null,"headers":{},"body":"{\"payload\":{\"sessionId\":\"1f048a84-ea6d-11ee-911b-078f7290bf52\",\"subAccountId\":\"acme\",\"sessionStatus\":\"COMPLETED\",\"lastAction\":\"MAKE_CALL\",\"callCount\":1,\"details\":{\"CallA\":{\"callStatus\":\"COMPLETED\",\"callDuration\":13}}},\"namespace\":\"VOICE\",\"eventType\":\"SESSION_SUMMARY\"}"}
        {"id":"r-8x-dlr-undelivered","vendor":"8x8-connect","status":null,"headers":{},"body":"{\"namespace\":\"SMS\",\"eventType\":\"outbound_message_status_changed\",\"description\":\"SMS outbound message delivery receipt\",\"payload\":{\"umid\":\"9e09ac86-bd74-5465-851d-1eb5a5fdbb9a\",\"source\":\"acme\",\"destination\":\"+12025550293\",\"status\":{\"state\":\"undelivered\",\"detail\":\"rejected_by_operator\",\"timestamp\":\"2026-01-01T00:00:00Z\",\"errorCode\":15,\"errorMessage\":\"Invalid destination\"},\"smsCount\":1}}"}
        {"id":"r-8x-dlr-delivered","vendor":"8x8-connect","status":null,"headers":{},"body":"{\"namespace\":\"SMS\",\"eventType\":\"outbound_message_status_changed\",\"payload\":{\"umid\":\"9e09ac86-bd74-5465-851d-1eb5a5fdbb9a\",\"destination\":\"+12025550293\",\"status\":{\"state\":\"delivered\",\"detail\":\"delivered_to_recipient\",\"timestamp\":\"2026-01-01T00:00:00Z\"},\"smsCount\":1}}"}
        {"id":"r-dn-hook-completed","vendor":"dialnexa","status":null,"headers":{},"body":"{\"event\":\"call.completed\",\"payload\":{\"call\":{\"id\":\"call_1\",\"status\":\"completed\"}}}"}
        """;

    private const string Delivered = "{\"payload\":{\"umid\":\"u1\",\"status\":{\"state\":\"delivered\",\"detail\":\"delivered_to_recipient\"}},\"namespace\":\"SMS\",\"eventType\":\"outbound_message_status_changed\"}";

    [Theory]
    [InlineData("--batch")]
    [InlineData("--batch", "--event")]
    public void Batch_OfEvents_ReadsThemWithAndWithoutTheOption(params string[] options)
    {
        CliResult result = CliProcess.RunWithInput(Records, ["classify", .. options]);

        result.ExitCode.Should().Be(0);
        result.Error.Should().BeEmpty();
        JsonElement[] records = Parse(result);
        records.Select(record => (Text(record, "id"), Text(record, "outcome"))).Should().Equal(
            ("r-8x-vss-error", "failure"),
            ("r-8x-vss-ok", "success"),
            ("r-8x-dlr-undelivered", "failure"),
            ("r-8x-dlr-delivered", "success"),
            ("r-dn-hook-completed", "success"));
        records.Should().OnlyContain(record => Text(record.GetProperty("retry"), "disposition") == "never");
        records.Should().SatisfyRespectively(
            record => { Text(record, "category").Should().BeOneOf("destination_blocked", "invalid_destination", "unsupported_operation"); Text(record, "effect").Should().BeOneOf("none", "unknown"); },
            record => { Text(record, "category").Should().BeNull(); Text(record, "effect").Should().BeOneOf("applied"); },
            record => { Text(record, "category").Should().BeOneOf("invalid_destination", "destination_blocked"); Text(record, "effect").Should().BeOneOf("none", "unknown", "applied"); },
            record => { Text(record, "category").Should().BeNull(); Text(record, "effect").Should().BeOneOf("applied"); },
            record => { Text(record, "category").Should().BeNull(); Text(record, "effect").Should().BeOneOf("applied"); });
    }

    [Fact]
    public void Batch_ARecordThatSaysWhatItIs_IsReadSo()
    {
        string input = string.Join('\n',
            $$"""{"id":"told","vendor":"8x8-connect","status":200,"event":true,"body":{{Delivered}}}""",
            $$"""{"id":"status","vendor":"8x8-connect","status":200,"body":{{Delivered}}}""",
            $$"""{"id":"refused","vendor":"8x8-connect","event":false,"body":{{Delivered}}}""",
            $$"""{"id":"null","vendor":"8x8-connect","status":null,"event":null,"body":{{Delivered}}}""",
            """{"id":"answer","vendor":"8x8-connect","body":{"code":1400,"message":"x"}}""",
            """{"id":"form","vendor":"twilio","event":true,"headers":{"content-type":"application/x-www-form-urlencoded"},"body":"MessageSid=SM1&MessageStatus=failed&Body=a b"}""");

        CliResult result = CliProcess.RunWithInput(input, "classify", "--batch");

        result.ExitCode.Should().Be(0);
        Parse(result).Select(record => (Text(record, "id"), record.TryGetProperty("state", out JsonElement state) ? state.GetString() : null)).Should().Equal(
            ("told", "delivered"), ("status", null), ("refused", null), ("null", "delivered"), ("answer", null), ("form", "failed"));
    }

    [Fact]
    public void Batch_ABodyOfSeveralEvents_GivesARecordForEachWithTheSameId()
    {
        const string Input = """{"id":7,"vendor":"whatsapp","body":{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{"messaging_product":"whatsapp","statuses":[{"id":"wamid.1","status":"delivered","timestamp":"1700000000"},{"id":"wamid.2","status":"failed","timestamp":"1700000001","errors":[{"code":131026,"title":"x"}]}]}}]}]}}""";

        JsonElement[] records = Parse(CliProcess.RunWithInput(Input + "\n" + """{"id":8,"vendor":"dexatel","status":404}""", "classify", "--batch"));

        records.Select(record => record.GetProperty("id").GetInt32()).Should().Equal(7, 7, 8);
        records.Take(2).Select(record => (Text(record, "subject_id"), Text(record, "state"))).Should().Equal(("wamid.1", "delivered"), ("wamid.2", "failed"));
    }

    [Fact]
    public void Batch_AnEventThatCannotBeRead_IsReportedAndTheRestGoesOn()
    {
        string input = string.Join('\n',
            """{"id":1,"vendor":"rfc9457","event":true,"body":{"a":1}}""",
            """{"id":2,"vendor":"8x8-connect","event":1,"body":{"a":1}}""",
            """{"id":3,"vendor":"8x8-connect","event":true}""",
            """{"id":4,"event":true,"body":{"a":1}}""",
            """{"id":5,"vendor":"8x8-connect","event":true,"body":{"a":1}}""");

        CliResult result = CliProcess.RunWithInput(input, "classify", "--batch");

        result.ExitCode.Should().Be(3);
        JsonElement[] records = Parse(result);
        records.Select(record => record.GetProperty("id").GetInt32()).Should().Equal(1, 2, 3, 4, 5);
        records.Take(4).Select(record => Text(record, "error")).Should().SatisfyRespectively(
            error => error.Should().StartWith("no events of rfc9457 (Problem details (RFC 9457)) are known, so the state of each would be unknown"),
            error => error.Should().Be("event is neither true nor false"),
            error => error.Should().Be("there is no event: the body is empty"),
            error => error.Should().Contain("names no vendor"));
        Text(records[4], "state").Should().Be("unknown");
        Text(records[4], "outcome").Should().Be("undetermined");
    }

    private static string? Text(JsonElement record, string member) => record.GetProperty(member).GetString();

    private static JsonElement[] Parse(CliResult result) =>
        [.. result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
}
