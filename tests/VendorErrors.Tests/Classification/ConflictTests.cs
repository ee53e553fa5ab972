using FluentAssertions;
using VendorErrors.Retries;
using Xunit;
using static VendorErrors.Effect;
using static VendorErrors.ErrorCategory;

namespace VendorErrors.Tests.Classification;

/// <summary>Which evidence wins where two pieces contradict each other.</summary>
public class ConflictTests
{
    [Theory]
    [InlineData(200)]
    [InlineData(400)]
    [InlineData(500)]
    public void Classify_NotCreated_ProvesThatNothingHappened(int status)
    {
        VendorResult result = Vendor.EightByEightConnect.Classify(
            status, """{"sessionStatus":"NOT_CREATED","callFlowRequestId":"r1","statusCode":-9999,"statusMessage":"An unknown error has occurred."}""", Vendor.EightByEightConnect.Operation("POST", "/api/v1/subaccounts/a/callflows"));

        result.Category.Should().Be(VendorUnspecified);
        result.Effect.Should().Be(None);
        result.Answer!.CorrelationId.Should().Be("r1");
        result.Evidence[0].Source.Should().Be(EvidenceSource.Proof);
        result.Evidence[0].Verdict.Should().Be(EvidenceVerdict.Won);
        VendorRetryPolicy.Decide(result, Vendor.EightByEightConnect.Operation("POST", "/api/v1/subaccounts/a/callflows")).Action.Should().Be(RetryAction.Retry);
    }

    [Theory]
    [InlineData("NOT_CREATED")]
    [InlineData("NOT CREATED")]
    [InlineData("not_created")]
    public void Classify_NotCreatedBesideASuccess_IsAFailureWithoutEffect(string text)
    {
        VendorResult result = Vendor.EightByEightConnect.Classify(200, $$"""{"sessionStatus":"{{text}}","statusCode":1,"statusMessage":"Created"}""");

        result.Outcome.Should().Be(VendorOutcome.Failure);
        result.Effect.Should().Be(None);
    }

    [Fact]
    public void Classify_NotCreatedWithoutACode_IsAFailureWithoutEffect()
    {
        VendorResult result = Vendor.EightByEightConnect.Classify(200, """{"sessionStatus":"NOT_CREATED"}""");

        result.Outcome.Should().Be(VendorOutcome.Failure);
        result.Effect.Should().Be(None);
    }

    [Fact]
    public void Classify_UnlistedNegativeCodeNotCreated_IsStillAFailure()
    {
        VendorResult result = Vendor.EightByEightConnect.Classify(200, """{"sessionStatus":"NOT_CREATED","statusCode":-5555}""");

        result.Outcome.Should().Be(VendorOutcome.Failure);
        result.Effect.Should().Be(None);
        result.Code.Should().Be("-5555");
    }

    [Fact]
    public void Classify_CreatedBesideAFailure_TakesTheMorePessimisticEffect() =>
        Vendor.EightByEightConnect.Classify(200, """{"sessionStatus":"CREATED","statusCode":-1001}""").Effect.Should().Be(Unknown);

    [Theory]
    [InlineData(500, VendorInternal)]
    [InlineData(503, VendorUnavailable)]
    [InlineData(401, Unauthenticated)]
    public void Classify_BodySaysSuccessAndHttpSaysFailure_HttpNamesTheCategory(int status, ErrorCategory category)
    {
        VendorResult result = Vendor.YeastarPSeries.Classify(status, """{"errcode":0,"errmsg":"SUCCESS"}""");

        result.Category.Should().Be(category);
        result.Effect.Should().Be(Unknown);
        result.Evidence.Should().Contain(seen => seen.Source == EvidenceSource.Code && seen.Verdict == EvidenceVerdict.Lost);
        result.Evidence.Should().Contain(seen => seen.Source == EvidenceSource.HttpStatus && seen.Verdict == EvidenceVerdict.Won);
        result.Evidence.Should().Contain(seen => seen.Source == EvidenceSource.Note && seen.Rule.Contains("contradict"));
    }

    [Fact]
    public void Classify_FailureUnder200OfAVendorThatKnowsNone_HasAnUnknownEffect()
    {
        VendorResult result = Vendor.Dexatel.Classify(200, """{"errors":[{"status":400,"code":1523,"message":"Invalid recipient number(s)"}]}""");

        result.Category.Should().Be(InvalidDestination);
        result.Effect.Should().Be(Unknown);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(400)]
    [InlineData(500)]
    public void Classify_ExactCode_OutranksTheStatus(int status)
    {
        VendorResult result = Vendor.TalkdeskDialer.Classify(status, """{"statusCode":5,"message":"Validation Error","payload":null}""");

        result.Category.Should().Be(ValidationFailed);
        result.Confidence.Should().Be(Confidence.Exact);
    }

    [Theory]
    [InlineData("""{"acceptedCount":1,"rejectedCount":1,"messages":[{"umid":"a","status":{"code":"QUEUED"}},{"umid":"b","status":{"code":"REJECTED","description":"Invalid MSISDN"}}]}""", VendorOutcome.PartialSuccess, Partial)]
    [InlineData("""{"acceptedCount":2,"rejectedCount":0,"messages":null}""", VendorOutcome.Success, Applied)]
    [InlineData("""{"acceptedCount":0,"rejectedCount":1,"messages":null}""", VendorOutcome.Failure, None)]
    public void Classify_BatchUnder200_IsReadByItsCounts(string body, VendorOutcome outcome, Effect effect)
    {
        VendorResult result = Vendor.EightByEightConnect.Classify(200, body);

        result.Outcome.Should().Be(outcome);
        result.Effect.Should().Be(effect);
    }

    [Theory]
    [InlineData("""{"statusCode":201,"message":"Leads uploaded","data":[],"count":3}""", VendorOutcome.Success)]
    [InlineData("""{"statusCode":200,"data":{}}""", VendorOutcome.Success)]
    [InlineData("""[{"id":1,"statusCode":500}]""", VendorOutcome.Success)]
    [InlineData("""{"leads_created":3,"leads_skipped":0}""", VendorOutcome.Success)]
    [InlineData("""{"leads_created":3,"leads_skipped":2}""", VendorOutcome.PartialSuccess)]
    [InlineData("""{"id":1,"warning":{"message":"conflicts","conflicts":[]}}""", VendorOutcome.SuccessWithWarning)]
    public void Classify_DialnexaSuccessShapes_AreNoErrors(string body, VendorOutcome outcome) =>
        Vendor.Dialnexa.Classify(201, body).Outcome.Should().Be(outcome);

    [Theory]
    [InlineData("""{"StatusCode":401,"Message":"Access denied due to missing subscription key."}""", 200, Unauthenticated)]
    [InlineData("""{"statusCode":401,"message":"Access denied due to invalid subscription key."}""", 401, Unauthenticated)]
    [InlineData("""{"statusCode":429,"message":"Rate limit is exceeded. Try again in 57 seconds."}""", 429, RateLimited)]
    [InlineData("""{"code":"1230002","message":"x","description":"y","fields":[]}""", 403, PermissionDenied)]
    public void Classify_GatewayBeforeTalkdesk_IsToldApart(string body, int status, ErrorCategory category) =>
        Vendor.TalkdeskDialer.Classify(status, body).Category.Should().Be(category);

    [Fact]
    public void Classify_FailedMessageThatIsRead_IsASuccessOfTheReading() =>
        Vendor.EightByEightConnect.Classify(200, """{"umid":"a","status":{"state":"failed"}}""", Vendor.EightByEightConnect.Operation("GET", "/api/v1/subaccounts/a/messages/a")).IsSuccess.Should().BeTrue();
}
