using System.Text.Json;
using FluentAssertions;
using Xunit;

namespace VendorErrors.Tests.Cli;

[Trait("Category", "Slow")]
public class ClassifyTests
{
    private const string RateLimited = """{"statusCode":10,"message":"Rate limit exceeded. Please try again in 30 seconds.","payload":null}""";

    [Fact]
    public void Classify_AFailure_TellsAPersonWhatToDoAndExitsWith1()
    {
        CliResult result = CliProcess.RunWithInput(RateLimited, "classify", "--vendor", "talkdesk-dialer", "-");

        result.ExitCode.Should().Be(1);
        result.Output.Should().Contain("rate_limited").And.Contain("Rate Limited").And.Contain("yes, after 30 s").And.Contain("message_text: 30 s");
        result.Output.Should().NotContain("\u001b", "redirected output is not coloured");
        result.Error.Should().BeEmpty();
    }

    [Fact]
    public void Classify_ASuccess_ExitsWith0()
    {
        CliResult result = CliProcess.RunWithInput("""{"errcode":0,"errmsg":"SUCCESS"}""", "classify", "--vendor", "yeastar-p-series", "--status", "200");

        result.ExitCode.Should().Be(0);
        result.Output.Should().StartWith("success");
    }

    [Fact]
    public void Classify_WriteOfUnknownEffect_SaysInWordsWhyItIsNotSentAgain()
    {
        CliResult result = CliProcess.RunWithInput("""{"statusCode":4711,"message":"x"}""", "classify", "--vendor", "talkdesk-dialer");

        result.Output.Should().Contain("sending a non-idempotent write again could do it twice");
    }

    [Fact]
    public void Classify_WithExplain_ShowsTheLosingRules()
    {
        CliResult result = CliProcess.RunWithInput(RateLimited, "classify", "--vendor", "talkdesk-dialer", "--status", "200", "--explain");

        result.Output.Should().Contain("10 Rate Limited means rate_limited").And.Contain("won").And.Contain("lost");
    }

    [Fact]
    public void Classify_AsJson_HasEveryMember()
    {
        CliResult result = CliProcess.RunWithInput(
            """{"statusCode":403,"message":"Out of call volume quota. Quota will be replenished in 00:06:46."}""",
            "classify", "--vendor", "talkdesk-dialer", "--status", "403", "--header", "Retry-After: 406", "--method", "GET", "--path", "/Advanced Dialer/api/queue/1", "--output", "json", "--explain");

        JsonElement json = JsonDocument.Parse(result.Output).RootElement;
        json.EnumerateObject().Select(member => member.Name).Should().Equal(
            "id", "vendor", "outcome", "effect", "category", "group", "confidence", "code", "code_name", "inner_code", "message", "messages", "fields", "items",
            "correlation_id", "http_status", "retry", "decision", "advice", "audience", "evidence");
        json.GetProperty("category").GetString().Should().Be("quota_exhausted");
        json.GetProperty("retry").GetRawText().Should().Contain("\"wait_ms\": 406000").And.Contain("\"retry_after_header\"");
        json.GetProperty("decision").GetProperty("reason").GetString().Should().Be("wait_exceeds_maximum");
    }

    [Fact]
    public void Classify_WithReceivedAt_ReadsDatesAgainstIt()
    {
        CliResult result = CliProcess.Run(
            "classify", "--vendor", "dexatel", "--status", "429", "--header", "Retry-After: Fri, 31 Dec 1999 23:59:59 GMT", "--received-at", "1999-12-31T23:59:49Z", "--output", "ndjson");

        result.Output.Should().Contain("\"wait_ms\":10000");
    }
}
