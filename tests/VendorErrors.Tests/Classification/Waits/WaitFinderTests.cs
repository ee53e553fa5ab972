using System.Globalization;
using FluentAssertions;
using VendorErrors.Definitions;
using Xunit;

namespace VendorErrors.Tests.Classification.Waits;

/// <summary>Where a wait is looked for, in which order, and which of two counts. All through <see cref="Vendor.Classify(in VendorResponse)"/>.</summary>
public class WaitFinderTests
{
    private static readonly DateTimeOffset s_now = new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Retry-After")]
    [InlineData("retry-after")]
    [InlineData("Retry-After-short")]
    public void Find_RetryAfterAndSuffixedNames_Count(string header)
    {
        RetryAdvice retry = Throttled((header, "7"));

        retry.MinimumWait.Should().Be(TimeSpan.FromSeconds(7));
        retry.WaitSource.Should().Be(WaitSource.RetryAfterHeader);
    }

    [Fact]
    public void Find_NameThatOnlyBeginsAlike_DoesNotCount() => Throttled(("Retry-Afterwards", "7")).MinimumWait.Should().BeNull();

    [Fact]
    public void Find_SeveralRetryAfters_TheLongestCounts() =>
        Throttled(("Retry-After-short", "2"), ("Retry-After-long", "60"), ("Retry-After-medium", "10")).MinimumWait.Should().Be(TimeSpan.FromSeconds(60));

    [Fact]
    public void Find_RetryAfterAndVendorHeader_RetryAfterCounts()
    {
        RetryAdvice retry = Throttled(("X-RateLimit-Reset", "99"), ("Retry-After", "7"));

        retry.MinimumWait.Should().Be(TimeSpan.FromSeconds(7));
        retry.WaitSource.Should().Be(WaitSource.RetryAfterHeader);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Find_VendorHeader_IsSecondsOrEpoch(bool asEpoch)
    {
        string value = asEpoch ? s_now.AddSeconds(20).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) : "20";

        RetryAdvice retry = Throttled(("X-RateLimit-Reset-short", value));

        retry.MinimumWait.Should().Be(TimeSpan.FromSeconds(20));
        retry.WaitSource.Should().Be(WaitSource.VendorHeader);
    }

    [Theory]
    [InlineData("-7")]
    [InlineData("garbage")]
    [InlineData("99999999999")]
    public void Find_ImplausibleHint_IsIgnoredAndStandsInTheEvidence(string value)
    {
        VendorResult result = Classify(Vendor.Dialnexa, 429, """{"statusCode":429,"message":"Too Many Requests"}""", ("Retry-After", value));

        result.Retry.MinimumWait.Should().BeNull();
        result.Retry.Disposition.Should().Be(RetryDisposition.AfterDelay);
        result.Evidence.Should().Contain(seen => seen.Source == EvidenceSource.Header && seen.Verdict == EvidenceVerdict.Ignored && seen.Value == value);
    }

    [Fact]
    public void Find_HttpDate_IsReadAgainstTheTimeOfReceipt() =>
        Throttled(("Retry-After", "Wed, 01 Jul 2026 12:00:12 GMT")).MinimumWait.Should().Be(TimeSpan.FromSeconds(12));

    [Theory]
    [InlineData("57", "Try again in 57 seconds.", 57)]
    [InlineData("10", "Try again in 57 seconds.", 57)]
    [InlineData("60", "Try again in 57 seconds.", 60)]
    public void Find_HeaderAndSentence_TheLargerCounts(string header, string sentence, double seconds) =>
        Classify(Vendor.TalkdeskDialer, 429, $$"""{"statusCode":429,"message":"{{sentence}}"}""", ("Retry-After", header))
            .Retry.MinimumWait.Should().Be(TimeSpan.FromSeconds(seconds));

    [Theory]
    [InlineData("Rate limit exceeded. Please try again in 30 seconds.", 30, WaitSource.MessageText)]
    [InlineData("Rate limit exceeded. Please try again in 500 ms.", 1, WaitSource.Row)]
    [InlineData("Rate limit exceeded.", 1, WaitSource.Row)]
    public void Find_SentenceAndRow_TheLargerCounts(string message, double seconds, WaitSource source)
    {
        RetryAdvice retry = Classify(Vendor.TalkdeskDialer, 200, $$"""{"statusCode":10,"message":"{{message}}","payload":null}""").Retry;

        retry.MinimumWait.Should().Be(TimeSpan.FromSeconds(seconds));
        retry.WaitSource.Should().Be(source);
        retry.DoublingWait.Should().Be(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void Find_QuotaTextUnder403_IsAQuotaWithItsResetTime()
    {
        VendorResult result = Classify(
            Vendor.TalkdeskDialer,
            403,
            """{"statusCode":403,"message":"Out of call volume quota. Quota will be replenished in 00:06:46."}""",
            ("Retry-After", "406"));

        result.Category.Should().Be(ErrorCategory.QuotaExhausted);
        result.Retry.Disposition.Should().Be(RetryDisposition.AfterDelay);
        result.Retry.MinimumWait.Should().Be(TimeSpan.FromSeconds(406));
    }

    [Fact]
    public void Find_QuotaWithoutAResetTime_IsNeverRetried() =>
        Classify(Vendor.TalkdeskDialer, 403, """{"statusCode":403,"message":"Out of call volume quota."}""").Retry.Disposition.Should().Be(RetryDisposition.Never);

    [Fact]
    public void Find_WaitOnAnErrorThatIsNeverRetried_DoesNotMakeItSo() =>
        Classify(Vendor.Dialnexa, 409, """{"statusCode":409,"message":"Please retry in 30 seconds","error":"Conflict"}""", ("Retry-After", "5"))
            .Retry.Should().Be(default(RetryAdvice));

    [Fact]
    public void Find_HeadersWithoutValues_AreNoTrouble()
    {
        VendorResponse response = new(429, """{"statusCode":429,"message":"x"}"""u8)
        {
            Headers = [new("Retry-After", []), new("Retry-After", null!), new("Retry-After", [null!, ""])],
        };

        Vendor.Dialnexa.Classify(response).Retry.MinimumWait.Should().BeNull();
    }

    [Fact]
    public void Find_HeaderWithoutAValue_StandsInTheEvidenceAsEmpty()
    {
        VendorResponse response = new(429, """{"statusCode":429,"message":"x"}"""u8) { Headers = [new("Retry-After", [null!])] };

        Vendor.Dialnexa.Classify(response).Evidence.Should().ContainSingle(seen => seen.Source == EvidenceSource.Header).Which.Value.Should().BeEmpty();
    }

    [Theory]
    [InlineData(425, 20)]
    [InlineData(429, 20)]
    [InlineData(500, null)]
    [InlineData(503, null)]
    public void Find_VendorHeader_CountsOnlyWhereALimitSpeaks(int status, int? seconds) =>
        Classify(Vendor.Dialnexa, status, string.Empty, ("X-RateLimit-Reset", "20")).Retry.MinimumWait.Should().Be(seconds is { } wait ? TimeSpan.FromSeconds(wait) : null);

    [Theory]
    [InlineData("X-Wait", 0.02)]
    [InlineData("X-Wait-ms", 20)]
    public void Find_SuffixMs_CountsUnlessTheDeclaredNameHoldsIt(string declared, double seconds)
    {
        var vendor = new Vendor("acme-voice", "Acme Voice", new VendorDefinition { WaitHints = [WaitHint.Header(declared, WaitUnit.Seconds)] });

        Classify(vendor, 429, string.Empty, ("X-Wait-ms", "20")).Retry.MinimumWait.Should().Be(TimeSpan.FromSeconds(seconds));
    }

    [Fact]
    public void Find_VendorHeaderAndRateLimit_TheVendorsCounts() =>
        Throttled(("RateLimit", "\"default\";r=0;t=30"), ("RateLimit-Reset", "40"), ("X-RateLimit-Reset", "20")).MinimumWait.Should().Be(TimeSpan.FromSeconds(20));

    [Theory]
    [InlineData("RateLimit-Reset")]
    [InlineData("X-RateLimit-Reset")]
    [InlineData("x-rate-limit-reset")]
    public void Find_CommonHeaderThatTheVendorDeclares_HasOnlyTheDeclaredUnit(string header)
    {
        var vendor = new Vendor("acme-voice", "Acme Voice", new VendorDefinition { WaitHints = [WaitHint.Header(header, WaitUnit.Date)] });

        Classify(vendor, 429, string.Empty, (header, "50")).Retry.MinimumWait.Should().BeNull("fifty is no date");
        Classify(vendor, 429, string.Empty, (header, "Wed, 01 Jul 2026 12:00:50 GMT")).Retry.MinimumWait.Should().Be(TimeSpan.FromSeconds(50));
    }

    [Fact]
    public void Find_LimitThatOnlyTheBodyNames_HasTheCommonHeaders() =>
        Classify(Vendor.TalkdeskDialer, 200, """{"statusCode":10,"message":"Rate limit exceeded.","payload":null}""", ("RateLimit-Reset", "50")).Retry.MinimumWait.Should().Be(TimeSpan.FromSeconds(50));

    [Fact]
    public void Find_ImplausibleSentence_IsIgnoredAndStandsInTheEvidence()
    {
        Evidence seen = EvidenceOf("Please try again in 40 days.").Should().ContainSingle().Which;

        seen.Verdict.Should().Be(EvidenceVerdict.Ignored);
        seen.Location.Should().Be("message");
    }

    [Fact]
    public void Find_SentenceWithoutAWait_IsNoEvidence() => EvidenceOf("Too many requests.").Should().BeEmpty();

    [Fact]
    public void Header_NameAndUnit_AreKept() =>
        WaitHint.Header("X-Wait", WaitUnit.Milliseconds)
            .Should().Match<WaitHint>(hint => hint.Source == WaitSource.VendorHeader && hint.Name == "X-Wait" && hint.Unit == WaitUnit.Milliseconds);

    private static IEnumerable<Evidence> EvidenceOf(string message) =>
        Classify(Vendor.Dialnexa, 429, $$"""{"statusCode":429,"message":"{{message}}"}""").Evidence.Where(seen => seen.Source == EvidenceSource.Text);

    private static RetryAdvice Throttled(params (string Name, string Value)[] headers) =>
        Classify(Vendor.Dialnexa, 429, """{"statusCode":429,"message":"ThrottlerException: Too Many Requests"}""", headers).Retry;

    private static VendorResult Classify(Vendor vendor, int status, string body, params (string Name, string Value)[] headers) =>
        vendor.Classify(new VendorResponse(status, System.Text.Encoding.UTF8.GetBytes(body))
        {
            Headers = [.. headers.Select(header => new KeyValuePair<string, IEnumerable<string>>(header.Name, [header.Value]))],
            ReceivedAt = s_now,
        });
}
