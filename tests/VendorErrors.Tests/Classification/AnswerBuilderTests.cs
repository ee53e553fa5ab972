using System.Globalization;
using System.Text;
using FluentAssertions;
using Xunit;

namespace VendorErrors.Tests.Classification;

/// <summary>Which of several statements the answer takes.</summary>
public class AnswerBuilderTests
{
    [Theory]
    [InlineData("30", WaitSource.RetryAfterHeader)]
    [InlineData("31", WaitSource.RetryAfterHeader)]
    [InlineData("29", WaitSource.Row)]
    public void Retry_WaitOfRowAndHeader_IsTheLonger(string header, WaitSource source)
    {
        VendorResult result = RuleVendor.Acme.Explain(new VendorResponse(429, """{"code":2}"""u8) { Headers = [new("Retry-After", [header])] });

        result.Retry.MinimumWait.Should().Be(TimeSpan.FromSeconds(Math.Max(30, int.Parse(header, CultureInfo.InvariantCulture))));
        result.Retry.WaitSource.Should().Be(source);
    }

    [Theory]
    [InlineData("""{"code":0,"warned":true,"message":"Try again in 30 seconds."}""")]
    [InlineData("""{"results":[{"state":"failed","code":2},{"state":"sent"}]}""")]
    public void Retry_OfWhatIsNoFailure_IsNever(string body) => RuleVendor.Explain(200, body).Retry.Should().Be(default(RetryAdvice));

    [Theory]
    [InlineData(200, """{"code":0,"warned":true}""", false)]
    [InlineData(429, """{"code":2}""", true)]
    public void Evidence_OfAWait_IsKeptOfFailuresOnly(int status, string body, bool isKept) =>
        RuleVendor.Acme.Explain(new VendorResponse(status, Encoding.UTF8.GetBytes(body)) { Headers = [new("Retry-After", ["60"])] })
            .Evidence.Any(seen => seen.Source == EvidenceSource.Header).Should().Be(isKept);

    [Theory]
    [InlineData("""{"code":5}""", 5, true)]
    [InlineData("""{"code":7}""", 2, false)]
    [InlineData("""{"code":2}""", null, false)]
    [InlineData("""{"code":4}""", null, false)]
    [InlineData("""{"code":1}""", null, false)]
    public void Retry_MaxRetries_SaysWhetherTheRowStatesThem(string body, int? most, bool isFromRow)
    {
        RetryAdvice retry = RuleVendor.Explain(400, body).Retry;

        retry.MaxRetryAttempts.Should().Be(most);
        retry.MaxRetryAttemptsFromCode.Should().Be(isFromRow);
    }

    [Fact]
    public void Message_OfSeveral_IsOneLine() =>
        RuleVendor.Explain(400, """{"code":1,"message":["no number","no caller"]}""").Answer!.Message.Should().Be("no number; no caller");

    [Theory]
    [InlineData("{}")]
    [InlineData("[1]")]
    public void Code_ThatIsNoCode_IsNull(string code) =>
        RuleVendor.Explain(200, $$"""{"code":{{code}}}""").Code.Should().BeNull();
}
