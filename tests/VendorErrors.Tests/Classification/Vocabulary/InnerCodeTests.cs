using FluentAssertions;
using VendorErrors.Definitions;
using Xunit;
using static VendorErrors.ErrorCategory;

namespace VendorErrors.Tests.Classification.Vocabulary;

/// <summary>A second code beside the first, of an upstream service or a finer one.</summary>
public class InnerCodeTests
{
    private static readonly Vendor s_acme = Acme.Of(
        new Envelope("own", Condition.Has("code")) { Code = ["code"], InnerCode = ["inner.code", "upstream"] },
        new("1", "General", ValidationFailed),
        new("2", "Fine", VendorOutcome.Success),
        new("131049", "Upstream", RateLimited),
        new("8*", "Upstream kind", Gone));

    [Theory]
    [InlineData("""{"code":1,"inner":{"code":131049}}""", ValidationFailed, "1", "131049", "General", Confidence.Exact)]
    [InlineData("""{"code":9,"inner":{"code":131049}}""", RateLimited, "9", "131049", "Upstream", Confidence.Exact)]
    [InlineData("""{"code":9,"inner":{"code":null},"upstream":"88"}""", Gone, "9", "88", null, Confidence.Family)]
    [InlineData("""{"code":9,"upstream":2}""", InvalidRequest, "9", "2", null, Confidence.StatusOnly)]
    [InlineData("""{"code":9,"upstream":77}""", InvalidRequest, "9", "77", null, Confidence.StatusOnly)]
    [InlineData("""{"code":9,"upstream":{}}""", InvalidRequest, "9", null, null, Confidence.StatusOnly)]
    [InlineData("""{"code":9}""", InvalidRequest, "9", null, null, Confidence.StatusOnly)]
    public void Explain_SecondCode_IsKeptAndDecidesWhereTheFirstIsUnknown(string body, ErrorCategory category, string code, string? inner, string? name, Confidence confidence)
    {
        VendorResult result = s_acme.Explain(400, body);

        (result.Category, result.Code, result.Answer!.InnerCode, result.CodeName, result.Confidence).Should().Be((category, code, inner, name, confidence));
    }

    [Fact]
    public void Explain_SecondCode_StandsInTheEvidence()
    {
        s_acme.Explain(400, """{"code":9,"inner":{"code":131049}}""").Evidence.Should()
            .Contain(seen => seen.Location == "inner.code" && seen.Verdict == EvidenceVerdict.Won && seen.Value == "131049" && seen.Rule == "131049 Upstream means rate_limited")
            .And.Contain(seen => seen.Location == "code" && seen.Verdict == EvidenceVerdict.Ignored);
        s_acme.Explain(400, """{"code":1,"inner":{"code":131049}}""").Evidence.Should()
            .Contain(seen => seen.Location == "inner.code" && seen.Verdict == EvidenceVerdict.Noted)
            .And.Contain(seen => seen.Location == "code" && seen.Verdict == EvidenceVerdict.Won);
    }

    [Fact]
    public void Explain_SecondCodeUnderA4xx_MayBeRetried() =>
        s_acme.Classify(400, """{"code":9,"inner":{"code":131049}}""").Retry.Disposition.Should().Be(RetryDisposition.AfterDelay);

    [Fact]
    public void Explain_Success_KeepsTheSecondCodeWithoutAskingIt()
    {
        VendorResult result = s_acme.Explain(200, """{"code":2,"upstream":131049}""");

        (result.Outcome, result.Answer!.InnerCode).Should().Be((VendorOutcome.Success, "131049"));
    }

    [Fact]
    public void Classify_SecondCodeThatMeansSuccess_MakesNoSuccessOfTheFirst()
    {
        VendorResult under200 = s_acme.Classify(200, """{"code":9,"upstream":2}""");
        VendorResult under400 = s_acme.Classify(400, """{"code":9,"upstream":2}""");

        (under200.Category, under200.Effect).Should().Be((Unrecognized, Effect.Unknown));
        (under400.Category, under400.Effect).Should().Be((InvalidRequest, Effect.None));
    }

    [Fact]
    public void Explain_RowOfAnyOtherCode_ComesAfterTheSecondCode()
    {
        Vendor vendor = Acme.Of(new Envelope("own", Condition.Has("code")) { Code = ["code"], InnerCode = ["inner"] }, new("*", "Refused", ValidationFailed), new("7", "Upstream", RateLimited));

        vendor.Explain(200, """{"code":"x","inner":7}""").Category.Should().Be(RateLimited);
        vendor.Explain(200, """{"code":"x","inner":8}""").Category.Should().Be(ValidationFailed);
    }
}
