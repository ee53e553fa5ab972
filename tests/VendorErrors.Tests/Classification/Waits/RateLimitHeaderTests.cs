using System.Text;
using FluentAssertions;
using Xunit;

namespace VendorErrors.Tests.Classification.Waits;

/// <summary>Headers and members that say when to come back though no definition names them.</summary>
public class RateLimitHeaderTests
{
    private static readonly DateTimeOffset s_now = new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("RateLimit", "\"default\";r=0;t=30", 30)]
    [InlineData("RateLimit", "default;r=0; t=30", 30)]
    [InlineData("RateLimit", "\"burst\";r=0;t=2, \"daily\";r=0;t=40, \"other\";r=9;t=99", 40)]
    [InlineData("RateLimit", "\"default\";r=5;t=30", null)]
    [InlineData("RateLimit", "limit=100, remaining=0, reset=50", 50)]
    [InlineData("RateLimit", "limit=100, remaining=7, reset=50", null)]
    [InlineData("RateLimit", "\"default\";t=30", 30)]
    [InlineData("RateLimit", ";r=0;t=30", 30)]
    [InlineData("RateLimit", "\"default\";r=5;remaining=5;t=30", null)]
    [InlineData("RateLimit", "garbage", null)]
    [InlineData("RateLimit", ";;;=,t=", null)]
    [InlineData("RateLimit-Reset", "50", 50)]
    [InlineData("X-RateLimit-Reset", "50", 50)]
    [InlineData("X-RateLimit-Reset", "1782907220", 20)]
    [InlineData("X-RateLimit-Reset", "1782907220000", 20)]
    [InlineData("X-Rate-Limit-Reset", "1782907220", 20)]
    public void Classify_RateLimitHeaderThatNobodyDeclared_CountsUnder429(string header, string value, int? seconds)
    {
        VendorResult result = Classify(429, string.Empty, (header, value));

        result.Retry.MinimumWait.Should().Be(seconds is { } wait ? TimeSpan.FromSeconds(wait) : null);
        result.Retry.WaitSource.Should().Be(seconds is null ? WaitSource.None : WaitSource.VendorHeader);
        result.Evidence.Should().ContainSingle(seen => seen.Location == header).Which.Verdict.Should().Be(seconds is null ? EvidenceVerdict.Ignored : EvidenceVerdict.Won);
    }

    [Theory]
    [InlineData("RateLimit", "\"default\";r=0;t=30")]
    [InlineData("RateLimit-Reset", "50")]
    [InlineData("X-RateLimit-Reset", "50")]
    public void Classify_RateLimitHeaderOnAnotherError_IsNotAboutIt(string header, string value) => Classify(503, string.Empty, (header, value)).Retry.MinimumWait.Should().BeNull();

    [Theory]
    [InlineData("x-ms-retry-after-ms", "1500", 1500)]
    [InlineData("retry-after-ms", "1500", 1500)]
    [InlineData("Retry-After-Ms", "20", 20)]
    public void Classify_MillisecondsOfAzure_AreARetryAfter(string header, string value, int milliseconds)
    {
        RetryAdvice retry = Classify(503, string.Empty, (header, value), ("RateLimit-Reset", "99")).Retry;

        retry.MinimumWait.Should().Be(TimeSpan.FromMilliseconds(milliseconds));
        retry.WaitSource.Should().Be(WaitSource.RetryAfterHeader);
    }

    [Fact]
    public void Classify_SecondsAndMilliseconds_TheLongerCounts() =>
        Classify(503, string.Empty, ("Retry-After", "1"), ("x-ms-retry-after-ms", "1500")).Retry.MinimumWait.Should().Be(TimeSpan.FromMilliseconds(1500));

    [Fact]
    public void Classify_RetryAfterAndRateLimit_RetryAfterCounts() =>
        Classify(429, string.Empty, ("RateLimit", "\"default\";r=0;t=30"), ("Retry-After", "7")).Retry.MinimumWait.Should().Be(TimeSpan.FromSeconds(7));

    [Fact]
    public void Classify_StandardAndUndeclaredReset_TheStandardCounts() =>
        Classify(429, string.Empty, ("X-RateLimit-Reset", "99"), ("RateLimit-Reset", "7")).Retry.MinimumWait.Should().Be(TimeSpan.FromSeconds(7));

    [Theory]
    [InlineData("""{"title":"Error 1015","cloudflare_error":true,"retry_after":30}""", 429, 30000, "retry_after")]
    [InlineData("""{"title":"Error 1033","cloudflare_error":true,"retry_after":120}""", 530, 120000, "retry_after")]
    [InlineData("""{"message":"You are being rate limited.","retry_after":0.729,"global":false}""", 429, 729, "retry_after")]
    [InlineData("""{"error":"slow","retry_after_ms":1500}""", 429, 1500, "retry_after_ms")]
    [InlineData("""{"error":"slow","retryAfter":30}""", 429, 30000, "retryAfter")]
    [InlineData("""{"error":"slow","retry_after_seconds":30}""", 503, 30000, "retry_after_seconds")]
    [InlineData("""{"error":"slow","retryAfterMs":1500}""", 429, 1500, "retryAfterMs")]
    [InlineData("""{"error":{"retry_after":30}}""", 429, 30000, "error.retry_after")]
    public void Classify_RetryAfterInAGatewaysBody_Counts(string body, int status, int milliseconds, string location)
    {
        VendorResult result = Classify(status, body);

        result.Retry.MinimumWait.Should().Be(TimeSpan.FromMilliseconds(milliseconds));
        result.Retry.WaitSource.Should().Be(WaitSource.BodyField);
        result.Evidence.Should().Contain(seen => seen.Location == location && seen.Verdict == EvidenceVerdict.Won);
    }

    [Theory]
    [InlineData("""{"error":"slow","retry_after":true}""")]
    [InlineData("""{"error":"slow","retry_after":{"seconds":30}}""")]
    public void Classify_RetryAfterThatIsNoNumberAndNoText_IsNotRead(string body)
    {
        VendorResult result = Classify(429, body);

        result.Retry.MinimumWait.Should().BeNull();
        result.Evidence.Should().NotContain(seen => seen.Location == "retry_after");
    }

    [Fact]
    public void Classify_MemberOfTheVendorsOwnBodyThatNobodyDeclared_IsNoRetryAfter() =>
        Classify(429, """{"errcode":20002,"errmsg":"x","retry_after":30}""").Retry.MinimumWait.Should().BeNull("in a body of the vendor's own only a definition says what a member means");

    [Theory]
    [InlineData("Retry-After")]
    [InlineData("RateLimit")]
    [InlineData("RateLimit-Reset")]
    public void Classify_HeaderThatHoldsNothing_NamesNoWait(string header)
    {
        var nothing = new KeyValuePair<string, IEnumerable<string>>(header, null!);
        var noText = new KeyValuePair<string, IEnumerable<string>>(header, [null!]);

        VendorResult result = Vendor.YeastarPSeries.Classify(new VendorResponse(429, Array.Empty<byte>()) { Headers = [nothing, noText], ReceivedAt = s_now });

        result.Retry.MinimumWait.Should().BeNull();
        result.Evidence.Should().ContainSingle(seen => seen.Location == header).Which.Value.Should().BeNullOrEmpty();
    }

    [Fact]
    public void Classify_HeaderAndSentenceThatAgree_TheHeaderIsTheSource() =>
        Classify(429, """{"errcode":20002,"errmsg":"Try again in 30 seconds."}""", ("Retry-After", "30")).Retry.WaitSource.Should().Be(WaitSource.RetryAfterHeader);

    [Theory]
    [InlineData("Wed, 01 Jul 2026 11:00:00 GMT", "Wed, 01 Jul 2026 11:00:30 GMT", 30)]
    [InlineData("Wed, 01 Jul 2026 13:00:00 GMT", "Wed, 01 Jul 2026 13:00:30 GMT", 30)]
    [InlineData("Wed, 01 Jul 2026 13:00:00 GMT", "Wed, 01 Jul 2026 12:00:30 GMT", 30)]
    [InlineData(null, "Wed, 01 Jul 2026 12:00:30 GMT", 30)]
    [InlineData("garbage", "Wed, 01 Jul 2026 12:00:30 GMT", 30)]
    [InlineData("Wed, 01 Jul 2026 13:00:00 GMT", "Wed, 01 Jul 2026 11:00:00 GMT", null)]
    public void Classify_Date_IsMeasuredAgainstTheAnswersOwnElseTheReceipt(string? date, string retryAfter, int? seconds) =>
        Classify(503, string.Empty, [("Retry-After", retryAfter), .. date is null ? [] : new[] { ("Date", date) }])
            .Retry.MinimumWait.Should().Be(seconds is { } wait ? TimeSpan.FromSeconds(wait) : null);

    private static VendorResult Classify(int status, string body, params (string Name, string Value)[] headers) =>
        Vendor.YeastarPSeries.Classify(new VendorResponse(status, Encoding.UTF8.GetBytes(body))
        {
            Headers = [.. headers.Select(header => new KeyValuePair<string, IEnumerable<string>>(header.Name, [header.Value]))],
            ReceivedAt = s_now,
        });
}
