using System.Text;
using FluentAssertions;
using Xunit;

namespace VendorErrors.Tests.Classification;

/// <summary>What the evidence says, and in which order.</summary>
public class EvidenceTests
{
    [Fact]
    public void Explain_QuotaByTextWithRetryAfter_StandsStrongestFirst()
    {
        VendorResponse response = new(403, """{"statusCode":403,"message":"Out of call volume quota. Quota will be replenished in 00:06:46."}"""u8)
        {
            Headers = [new("Retry-After", ["406"])],
        };

        SourcesOf(Vendor.TalkdeskDialer.Explain(response)).Should().BeInDescendingOrder("evidence of a higher number outranks a lower one");
    }

    [Fact]
    public void Explain_WaitInTheBody_StandsStrongestFirst()
    {
        VendorResult result = Vendor.EightByEightConnect.Explain(new VendorResponse(403, """{"code":1400,"message":"Resending interval violation","retryAfter":"2026-07-01T12:00:30Z"}"""u8)
        {
            ReceivedAt = new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero),
        });

        result.Retry.MinimumWait.Should().Be(TimeSpan.FromSeconds(30));
        result.Retry.WaitSource.Should().Be(WaitSource.BodyField);
        SourcesOf(result).Should().BeInDescendingOrder();
    }

    [Fact]
    public void Explain_Failure_SaysWhatWonAndWhatLost()
    {
        VendorResult result = Vendor.TalkdeskDialer.Explain(new VendorResponse(200, """{"statusCode":10,"message":"Rate limit exceeded. Please try again in 30 seconds.","payload":null}"""u8));

        result.Evidence.Should().Contain(seen => seen.Source == EvidenceSource.Code && seen.Verdict == EvidenceVerdict.Won && seen.Location == "statusCode" && seen.Value == "10");
        result.Evidence.Should().Contain(seen => seen.Source == EvidenceSource.HttpStatus && seen.Verdict == EvidenceVerdict.Lost && seen.Value == "200");
        result.Evidence.Should().Contain(seen => seen.Source == EvidenceSource.Text && seen.Verdict == EvidenceVerdict.Won);
    }

    [Theory]
    [InlineData("yeastar-p-series", 204, "")]
    [InlineData("dexatel", 200, """{"data":[]}""")]
    [InlineData("talkdesk-dialer", 200, """{"prefix":"x","fields":[]}""")]
    public void Code_SuccessWithoutACodeInTheBody_IsNull(string id, int status, string body)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(body);
        VendorResult brief = Vendor.Find(id)!.Classify(status, bytes);
        VendorResult full = Vendor.Find(id)!.Explain(new VendorResponse(status, bytes));

        brief.Code.Should().BeNull("the answer holds none");
        brief.CodeName.Should().Be(full.CodeName);
        full.Code.Should().BeNull();
    }

    [Theory]
    [InlineData("0")]
    [InlineData("\"0\"")]
    [InlineData("\"00\"")]
    [InlineData("0.0")]
    public void Code_OfASuccess_IsAsReceived(string code)
    {
        byte[] bytes = Encoding.UTF8.GetBytes($$"""{"statusCode":{{code}},"message":"x","payload":null}""");

        Vendor.TalkdeskDialer.Explain(new VendorResponse(200, bytes)).Code.Should().Be(code.Trim('"'));
        Vendor.TalkdeskDialer.Classify(200, bytes).Code.Should().Be(code.Trim('"'));
    }

    [Theory]
    [InlineData("\"0010\"")]
    [InlineData("10.0")]
    [InlineData("\" 10\"")]
    public void Code_OfAFailure_IsAsReceived(string code)
    {
        VendorResult result = Vendor.TalkdeskDialer.Classify(200, $$"""{"statusCode":{{code}},"message":"x","payload":null}""");

        result.Category.Should().Be(ErrorCategory.RateLimited);
        result.Code.Should().Be(code.Trim('"'));
        result.CodeName.Should().Be("Rate Limited");
    }

    private static IEnumerable<int> SourcesOf(VendorResult result) =>
        result.Evidence.Where(seen => seen.Source != EvidenceSource.Note).Select(seen => (int)seen.Source);
}
