using System.Text;
using FluentAssertions;
using VendorErrors.Definitions;
using VendorErrors.Retries;
using Xunit;
using static VendorErrors.ErrorCategory;

namespace VendorErrors.Tests.Classification;

/// <summary>Nothing in a body makes an answer more retryable than its HTTP status, except a code of the vendor's own.</summary>
public class BoundByStatusTests
{
    [Theory]
    [InlineData("dexatel", 400, """{"errors":[{"status":400,"message":"x"},{"status":500,"message":"y"}]}""", VendorInternal)]
    [InlineData("dexatel", 400, """{"errors":[{"status":"403"},{"status":"500"}]}""", VendorInternal)]
    [InlineData("dexatel", 422, """{"errors":[{"status":429}]}""", RateLimited)]
    [InlineData("dialnexa", 400, """{"statusCode":500,"message":"x"}""", VendorInternal)]
    [InlineData("dialnexa", 404, """{"statusCode":429,"message":"try again in 3 seconds"}""", RateLimited)]
    [InlineData("talkdesk-dialer", 403, """{"statusCode":503,"message":"x"}""", VendorUnavailable)]
    [InlineData("8x8-connect", 400, """{"code":500,"message":"x"}""", VendorInternal)]
    public void Classify_CauseUnderA4xx_KeepsItsNameAndIsNotSentAgain(string id, int status, string body, ErrorCategory category)
    {
        Vendor vendor = Vendor.Find(id)!;
        VendorResult result = vendor.Explain(new VendorResponse(status, Encoding.UTF8.GetBytes(body)));

        result.Category.Should().Be(category);
        result.Retry.Disposition.Should().Be(RetryDisposition.Never);
        result.Retry.MinimumWait.Should().BeNull();
        result.Evidence.Should().Contain(seen => seen.Source == EvidenceSource.Note && seen.Rule.Contains("more retryable", StringComparison.Ordinal));
        VendorRetryPolicy.Decide(result, vendor.Operation("GET", "/x")).Action.Should().Be(RetryAction.Stop);
    }

    [Theory]
    [InlineData("yeastar-p-series", 401, """{"errcode":10004,"errmsg":"TOKEN EXPIRED"}""", RetryDisposition.AfterCredentialRefresh)]
    [InlineData("talkdesk-dialer", 400, """{"statusCode":10,"message":"x","payload":null}""", RetryDisposition.AfterDelay)]
    [InlineData("8x8-connect", 400, """{"code":1400,"message":"x"}""", RetryDisposition.AfterDelay)]
    [InlineData("dialnexa", 408, """{"statusCode":500,"message":"x"}""", RetryDisposition.AfterDelay)]
    [InlineData("dialnexa", 429, """{"statusCode":503,"message":"x"}""", RetryDisposition.AfterDelay)]
    [InlineData("dexatel", 500, """{"errors":[{"status":500}]}""", RetryDisposition.AfterDelay)]
    public void Classify_CodeOfTheVendorsOwnOrRetryableStatus_IsRetriedAsItSays(string id, int status, string body, RetryDisposition disposition) =>
        Vendor.Find(id)!.Classify(status, body).Retry.Disposition.Should().Be(disposition);

    [Theory]
    [InlineData(Basis.Documented, null, RetryDisposition.AfterDelay)]
    [InlineData(Basis.Observed, null, RetryDisposition.AfterDelay)]
    [InlineData(Basis.Inferred, null, RetryDisposition.Never)]
    [InlineData(Basis.Documented, "7999", RetryDisposition.Never)]
    public void Classify_RowOfTheVendorsOwn_HasToBeExactAndKnown(Basis basis, string? last, RetryDisposition disposition)
    {
        var vendor = new Vendor("acme", "Acme", new VendorDefinition
        {
            Envelopes = [new Envelope("own", Condition.Has("code")) { Code = ["code"] }],
            Codes = [new CodeSection(new SourceDocument("Manual", "acme.example"), basis, [new("7000", "Busy", VendorUnavailable) { LastCode = last }])],
        });

        vendor.Classify(400, """{"code":7000}""").Retry.Disposition.Should().Be(disposition);
    }

    [Theory]
    [InlineData("""{"errcode":10004""", 401, Unauthenticated)]
    [InlineData("""{"errcode":10004""", 429, RateLimited)]
    [InlineData("Too many requests", 429, RateLimited)]
    [InlineData("Unauthorized", 401, Unauthenticated)]
    public void Classify_TextOrBrokenJsonUnderA4xx_IsDecidedByTheStatus(string body, int status, ErrorCategory category)
    {
        VendorResult result = Vendor.YeastarPSeries.Classify(new VendorResponse(status, Encoding.UTF8.GetBytes(body)) { ContentType = "application/json" });

        result.Category.Should().Be(category);
        result.Effect.Should().Be(Effect.None);
        result.Retry.Disposition.Should().Be(category == RateLimited ? RetryDisposition.AfterDelay : RetryDisposition.Never);
    }

    [Fact]
    public void Classify_TextCalledJsonUnder200_IsASuccessWhereNoEnvelopeIsRequired() =>
        Vendor.Dialnexa.Classify(new VendorResponse(200, "OK"u8) { ContentType = "application/json" }).Outcome.Should().Be(VendorOutcome.Success);

    [Theory]
    [InlineData("application/x-ndjson", "{\"id\":1}\n{\"id\":2}\n", true)]
    [InlineData("application/jsonl; charset=utf-8", "{\"id\":1}\r\n{\"id\":2}", true)]
    [InlineData("application/json-seq", "\u001E{\"id\":1}\n\u001E{\"id\":2}\n", true)]
    [InlineData("application/stream+json", "{\"id\":1}{\"id\":2}", true)]
    [InlineData("application/x-ndjson", "{\"id\":1}\n{\"id\":", false)]
    [InlineData("application/x-ndjson", "{\"id\":1}\n{id}\n", false)]
    [InlineData("application/x-ndjson", "{\"statusCode\":401,\"message\":\"x\"}\n{\"id\":1}\n", false)]
    [InlineData("application/x-ndjson", "{\"success\":false}\n", false)]
    [InlineData("application/json", "{\"id\":1}\n{\"id\":2}\n", false)]
    public void Classify_SequenceOfValues_IsWhatItsFirstValueSays(string type, string body, bool isSuccess) =>
        Vendor.Dialnexa.Classify(new VendorResponse(200, Encoding.UTF8.GetBytes(body)) { ContentType = type }).IsSuccess.Should().Be(isSuccess);
}
