using System.Globalization;
using System.Text;
using System.Text.Json;
using FluentAssertions;
using Xunit;

namespace VendorErrors.Tests.Cli;

[Trait("Category", "Slow")]
public class BatchTests
{
    [Fact]
    public void Batch_OfRecords_KeepsOrderAndIds()
    {
        var input = new StringBuilder();
        for (var i = 0; i < 5000; i++)
        {
            input.Append(CultureInfo.InvariantCulture, $$$"""{"id":{{{i}}},"vendor":"yeastar-p-series","status":200,"body":"{\"errcode\":{{{(i % 2 == 0 ? 0 : 10004)}}}}"}""").Append('\n');
        }

        CliResult result = CliProcess.RunWithInput(input.ToString(), "classify", "--batch", "--output", "ndjson");

        result.ExitCode.Should().Be(0);
        result.Error.Should().BeEmpty();
        JsonElement[] records = Parse(result);
        records.Select(record => record.GetProperty("id").GetInt32()).Should().Equal(Enumerable.Range(0, 5000));
        records.Count(record => record.GetProperty("outcome").GetString() == "success").Should().Be(2500);
        records[1].GetProperty("retry").GetProperty("disposition").GetString().Should().Be("after_credential_refresh");
        records[1].GetProperty("decision").GetProperty("action").GetString().Should().Be("refresh_then_retry");
    }

    [Fact]
    public void Batch_WithUnreadableLines_ReportsThemGoesOnAndExitsWith3()
    {
        string input = string.Join('\n',
            """{"id":"a","vendor":"dexatel","status":404}""",
            "not json",
            """{"id":"c","vendor":"dexatle"}""",
            """{"id":"d","vendor":"dexatel","status":42}""",
            """{"id":"e","vendor":"dexatel","body_base64":"***"}""",
            """{"id":"f","status":200}""",
            """["no record"]""",
            """{"id":"g","vendor":"dexatel","received_at":"soon"}""",
            """{"id":"h","vendor":"dexatel","status":404} trailing""",
            string.Empty,
            """{"id":"z","vendor":"dexatel","status":404}""");

        CliResult result = CliProcess.RunWithInput(input, "classify", "--batch");

        result.ExitCode.Should().Be(3);
        JsonElement[] records = Parse(result);
        records.Should().HaveCount(10, "an empty line is no record");
        records[0].GetProperty("category").GetString().Should().Be("not_found");
        records[^1].GetProperty("category").GetString().Should().Be("not_found");
        (int Line, string Error)[] errors = [.. records[1..^1].Select(record => (record.GetProperty("line").GetInt32(), record.GetProperty("error").GetString()!))];
        errors.Select(error => error.Line).Should().Equal(2, 3, 4, 5, 6, 7, 8, 9);
        errors.Select(error => error.Error).Should().SatisfyRespectively(
            error => error.Should().Contain("grammar"),
            error => error.Should().Contain("did you mean 'dexatel'?"),
            error => error.Should().Contain("100 to 599"),
            error => error.Should().Contain("base64"),
            error => error.Should().Contain("names no vendor"),
            error => error.Should().Contain("not a JSON object"),
            error => error.Should().Contain("received_at"),
            error => error.Should().Contain("grammar"));
        records[2].GetProperty("id").GetString().Should().Be("c");
    }

    [Fact]
    public void Batch_WithEveryMember_UsesAllOfThem()
    {
        string input = """
            {"id":{"nested":[1]},"vendor":"dexatel","status":"429","headers":{"retry-after":["Fri, 31 Dec 1999 23:59:59 GMT"],"x":7},"request":{"method":"GET","path":"/v1/messages","more":1},"received_at":"1999-12-31T23:59:44Z","body":null,"unknown":{"ignored":true}}
            """;

        JsonElement record = Parse(CliProcess.RunWithInput(input, "classify", "--batch")).Single();

        record.GetProperty("id").GetRawText().Should().Be("""{"nested":[1]}""");
        record.GetProperty("retry").GetProperty("wait_ms").GetInt64().Should().Be(15_000);
        record.GetProperty("retry").GetProperty("wait_source").GetString().Should().Be("retry_after_header");
        record.GetProperty("decision").GetProperty("action").GetString().Should().Be("retry");
        record.GetProperty("messages").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Fact]
    public void Batch_WithBodiesThatAreNoText_ReadsThem()
    {
        string invalid = Convert.ToBase64String([(byte)'{', (byte)'"', 0xFF, 0xFE, (byte)'"']);
        string notCreated = Convert.ToBase64String(Encoding.UTF8.GetBytes("""{"sessionStatus":"NOT CREATED","statusCode":-9999}"""));
        string input = $$$"""
            {"id":1,"vendor":"8x8-connect","status":500,"body_base64":"{{{notCreated}}}"}
            {"id":2,"vendor":"8x8-connect","status":200,"body_base64":"{{{invalid}}}"}
            {"id":3,"vendor":"talkdesk-dialer","body": {"statusCode":5,"payload": {"field":"x"} } }
            """;

        JsonElement[] records = Parse(CliProcess.RunWithInput(input, "classify", "--batch"));

        records[0].GetProperty("effect").GetString().Should().Be("none");
        records[1].GetProperty("category").GetString().Should().Be("protocol_violation");
        records[2].GetProperty("fields")[0].GetProperty("field").GetString().Should().Be("x");
    }

    [Fact]
    public void Batch_WithAVendorForAll_UsesItWhereARecordNamesNone()
    {
        JsonElement record = Parse(CliProcess.RunWithInput("""{"id":1,"status":401}""", "classify", "--batch", "--vendor", "dialnexa")).Single();

        record.GetProperty("vendor").GetString().Should().Be("dialnexa");
        record.GetProperty("category").GetString().Should().Be("unauthenticated");
    }

    [Fact]
    public void Batch_OfTheSampleInTheRepository_IsReadWhole()
    {
        CliResult result = CliProcess.Run("classify", "--batch", Docs.Repository.PathOf("docs/samples/batch.ndjson"));

        result.ExitCode.Should().Be(0);
        Parse(result).Should().HaveCount(File.ReadLines(Docs.Repository.PathOf("docs/samples/batch.ndjson")).Count());
    }

    private static JsonElement[] Parse(CliResult result) =>
        [.. result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
}
