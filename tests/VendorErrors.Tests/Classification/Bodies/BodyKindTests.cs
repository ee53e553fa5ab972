using System.Text;
using FluentAssertions;
using Xunit;
using static VendorErrors.Effect;
using static VendorErrors.ErrorCategory;

namespace VendorErrors.Tests.Classification.Bodies;

/// <summary>Bodies that are not what the vendor's manual shows.</summary>
public class BodyKindTests
{
    private const string Html = "<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>";
    private const int LargeLength = 5 * 1024 * 1024;

    public static TheoryData<string> VendorIds => new(Vendor.All.Select(vendor => vendor.Id));

    [Theory]
    [MemberData(nameof(VendorIds))]
    public void Classify_HtmlUnder200_IsAProtocolViolationOfUnknownEffect(string id)
    {
        VendorResult result = Vendor.Find(id)!.Classify(200, "  " + Html);

        result.Category.Should().Be(ProtocolViolation);
        result.Effect.Should().Be(Unknown);
        result.Answer!.Message.Should().Be("502 Bad Gateway");
        result.Retry.MaxRetryAttempts.Should().Be(2);
    }

    [Theory]
    [MemberData(nameof(VendorIds))]
    public void Classify_HtmlUnder502_MayHaveHappened(string id)
    {
        VendorResult result = Vendor.Find(id)!.Classify(502, Html);

        result.Category.Should().BeOneOf(UpstreamFailure, ProtocolViolation);
        result.Effect.Should().Be(Unknown);
        result.Retry.Disposition.Should().Be(RetryDisposition.AfterDelay);
    }

    [Theory]
    [MemberData(nameof(VendorIds))]
    public void Classify_HtmlUnder403_DidNotHappen(string id) => Vendor.Find(id)!.Classify(403, Html).Effect.Should().Be(None);

    [Theory]
    [InlineData(200, ProtocolViolation, Unknown)]
    [InlineData(400, InvalidRequest, None)]
    [InlineData(404, NotFound, None)]
    [InlineData(408, VendorTimeout, Unknown)]
    [InlineData(425, RateLimited, None)]
    [InlineData(429, RateLimited, None)]
    [InlineData(500, ProtocolViolation, Unknown)]
    public void Classify_CutJson_IsAProtocolViolationUnlessA4xxDecides(int status, ErrorCategory category, Effect effect)
    {
        VendorResult result = Vendor.TalkdeskDialer.Classify(status, """{"statusCode":0,"message":"Operation completed""");

        result.Category.Should().Be(category);
        result.Effect.Should().Be(effect);
    }

    [Theory]
    [InlineData("""{"statusCode":true,"message":"x","payload":null}""")]
    [InlineData("""{"statusCode":{},"message":"x","payload":null}""")]
    [InlineData("""{"statusCode":[0],"message":"x","payload":null}""")]
    [InlineData("""{"statusCode":null,"message":"x","payload":null}""")]
    public void Classify_WrongTypeOfTheDiscriminator_IsAProtocolViolation(string body)
    {
        VendorResult result = Vendor.TalkdeskDialer.Classify(200, body);

        result.Category.Should().Be(ProtocolViolation);
        result.Effect.Should().Be(Unknown);
        result.Answer!.Message.Should().Be("x");
    }

    [Theory]
    [InlineData("""{"statusCode":null,"message":"x"}""", 404, NotFound, None)]
    [InlineData("""{"statusCode":null,"message":"x"}""", 503, VendorUnavailable, Unknown)]
    [InlineData("""{"statusCode":{},"message":"x"}""", 404, NotFound, None)]
    [InlineData("""{"statusCode":{},"message":"x"}""", 503, ProtocolViolation, Unknown)]
    public void Classify_NoCodeUnderAnError_IsDecidedByTheStatusAWrongTypeUnderA4xxAlone(string body, int status, ErrorCategory category, Effect effect)
    {
        VendorResult result = Vendor.TalkdeskDialer.Classify(status, body);

        result.Category.Should().Be(category);
        result.Effect.Should().Be(effect);
    }

    [Theory]
    [InlineData("""{"statusCode":null,"message":"x"}""", ProtocolViolation)]
    [InlineData("""{"statusCode":0,"message":"x""", ProtocolViolation)]
    [InlineData("<html><title>Sign in</title></html>", ProtocolViolation)]
    [InlineData("plain words", Unrecognized)]
    public void Classify_WithoutAStatus_IsNoSuccess(string body, ErrorCategory category) =>
        Vendor.TalkdeskDialer.Classify(0, body).Category.Should().Be(category);

    [Theory]
    [InlineData(404, NotFound)]
    [InlineData(503, VendorUnavailable)]
    public void Classify_TextUnderAnError_IsTheStatusWithTheTextKept(int status, ErrorCategory category)
    {
        VendorResult result = Vendor.YeastarPSeries.Classify(status, "upstream said no");

        result.Category.Should().Be(category);
        result.Answer!.Message.Should().Be("upstream said no");
    }

    [Theory]
    [MemberData(nameof(VendorIds))]
    public void Classify_EmptyBodyUnder204_IsSuccess(string id) => Vendor.Find(id)!.Classify(204, string.Empty).IsSuccess.Should().BeTrue();

    [Fact]
    public void Classify_Utf8WithAByteOrderMark_IsReadAsWithout()
    {
        byte[] body = [0xEF, 0xBB, 0xBF, .. """ {"statusCode":6,"message":"x","payload":null}"""u8];

        Vendor.TalkdeskDialer.Classify(200, body).Category.Should().Be(NotFound);
    }

    [Theory]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", false)]
    [InlineData("utf-32", true)]
    public void Classify_AnotherEncoding_IsRefusedAndNotReadAsGarbage(string name, bool withMark)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] text = encoding.GetBytes("""{"statusCode":0,"message":"x","payload":null}""");
        byte[] body = withMark ? [.. encoding.GetPreamble(), .. text] : text;

        VendorResult result = Vendor.TalkdeskDialer.Classify(200, body);

        result.Category.Should().Be(ProtocolViolation);
        result.Effect.Should().Be(Unknown);
        result.Code.Should().BeNull();
    }

    [Fact]
    public void Classify_CompressedBody_IsRefused() => Vendor.Dexatel.Classify(200, [0x1F, 0x8B, 0x08, 0, 0, 0]).Category.Should().Be(ProtocolViolation);

    [Theory]
    [InlineData(1000, true)]
    [InlineData(100_000, false)]
    public void Classify_DeepNesting_EndsWithoutAStackOverflow(int depth, bool isRead)
    {
        string body = $$"""{"statusCode":6,"message":"x","payload":{{new string('[', depth)}}{{new string(']', depth)}}}""";

        VendorResult result = Vendor.TalkdeskDialer.Classify(200, body);

        result.Category.Should().Be(isRead ? NotFound : ProtocolViolation);
    }

    [Trait("Category", "Slow")]
    [Fact]
    public void Classify_FiveMegabytes_FindsTheCodeAtTheEnd()
    {
        string body = $$"""{"payload":["{{new string('x', LargeLength)}}"],"message":"x","statusCode":10}""";

        Vendor.TalkdeskDialer.Classify(200, body).Category.Should().Be(RateLimited);
    }

    [Fact]
    public void Classify_ManyErrors_KeepsAThousand()
    {
        string body = $$"""{"errors":[{{string.Join(',', Enumerable.Repeat("""{"status":400,"code":1005,"message":"x"}""", 5000))}}]}""";

        VendorResult result = Vendor.Dexatel.Classify(400, body);

        result.Category.Should().Be(InvalidRequest);
        result.Answer!.Items.Should().HaveCount(1000);
        result.Evidence.Should().Contain(seen => seen.Source == EvidenceSource.Note && seen.Rule.Contains("more entries"));
    }

    [Fact]
    public void Classify_CodeTwice_TakesTheLastAndNotesIt()
    {
        VendorResult result = Vendor.TalkdeskDialer.Classify(200, """{"statusCode":0,"message":"x","payload":null,"STATUSCODE":"4"}""");

        result.Category.Should().Be(PermissionDenied);
        result.Evidence.Should().Contain(seen => seen.Source == EvidenceSource.Note && seen.Rule.Contains("twice"));
    }
}
