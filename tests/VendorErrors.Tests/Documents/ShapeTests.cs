using System.Text;
using FluentAssertions;
using Xunit;

namespace VendorErrors.Tests.Documents;

/// <summary>Where the vendors' answers keep their code, their words, their id and their waits, place by place.</summary>
public class ShapeTests
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 20, 10, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("talkdesk-dialer", 200, """{"statusCode":8,"message":"m","payload":null,"eventId":"e-1"}""", "8", "m", "e-1")]
    [InlineData("talkdesk-dialer", 200, """{"statusCode":8,"message":"m","payload":{"eventId":"e-2"}}""", "8", "m", "e-2")]
    [InlineData("talkdesk-dialer", 200, """{"statusCode":8,"message":"m, eventId: e-3","payload":null}""", "8", "m, eventId: e-3", "e-3")]
    [InlineData("talkdesk-dialer", 401, """{"statusCode":401,"message":"m","activityId":"a-1"}""", "401", "m", "a-1")]
    [InlineData("talkdesk-dialer", 404, """{"statusCode":404,"message":"m","payload":null}""", "404", "m", null)]
    [InlineData("talkdesk-dialer", 422, """{"code":"0422","message":"m","description":"d"}""", "0422", "m; d", null)]
    [InlineData("dialnexa", 404, """{"statusCode":404,"message":"m","error":"Not Found"}""", "404", "m", null)]
    [InlineData("dialnexa", 200, """{"success":false,"message":"m","error":"e"}""", null, "m; e", null)]
    [InlineData("dexatel", 400, """{"errors":[{"status":400,"message":"m","code":1503}]}""", "1503", "m", null)]
    [InlineData("yeastar-p-series", 200, """{"errcode":60001,"errmsg":"m","submsg":"s"}""", "60001", "m; s", null)]
    [InlineData("yeastar-p-series", 200, """{"status":"Failed","errno":"10004","errmsg":"m"}""", "10004", "m", null)]
    [InlineData("yeastar-p-series", 200, """{"status":"Failed","errno":"10004","message":"m"}""", "10004", "m", null)]
    [InlineData("8x8-connect", 400, """{"statusCode":-1002,"statusMessage":"m","callFlowRequestId":"c-1"}""", "-1002", "m", "c-1")]
    [InlineData("8x8-connect", 422, """{"statusCode":"1001","message":"m","errorId":"i-1"}""", "1001", "m", "i-1")]
    [InlineData("8x8-connect", 400, """{"sessionStatus":"NOT_CREATED","statusMessage":"m","callFlowRequestId":"c-2"}""", null, "m", "c-2")]
    [InlineData("8x8-connect", 400, """{"code":1003,"message":"m"}""", "1003", "m", null)]
    [InlineData("8x8-connect", 400, """{"code":1003,"errorId":"i-2"}""", "1003", null, "i-2")]
    [InlineData("8x8-connect", 200, """{"batchId":"b-1","acceptedCount":0,"rejectedCount":1,"messages":[]}""", null, null, "b-1")]
    [InlineData("8x8-connect", 200, """{"requestId":"r-1","phoneNumber":"+6591000000","status":{"state":"error","errorCode":6001,"errorMessage":"m"}}""", "6001", "m", "r-1")]
    [InlineData("8x8-connect", 200, """{"umid":"u-1","status":{"state":"failed","errorCode":3004,"errorMessage":"m"}}""", "3004", "m", "u-1")]
    [InlineData("8x8-connect", 200, """{"umid":"u-2","status":{"state":"failed"}}""", "failed", null, "u-2")]
    [InlineData("8x8-connect", 200, """{"umid":"u-3","status":{"code":"REJECTED","description":"m"}}""", "REJECTED", "m", "u-3")]
    public void Classify_FailureInThisShape_IsReadInItsPlaces(string vendor, int status, string body, string? code, string? message, string? correlationId)
    {
        VendorResult result = Vendor.Find(vendor)!.Classify(status, body);

        result.IsFailure.Should().BeTrue();
        result.Error!.Code.Should().Be(code);
        result.Error.Message.Should().Be(message);
        result.Error.CorrelationId.Should().Be(correlationId);
    }

    [Theory]
    [InlineData("talkdesk-dialer", 200, """{"statusCode":5,"message":"m","payload":{"field":"f","code":"c"}}""", "f", "c", null, null)]
    [InlineData("talkdesk-dialer", 422, """{"code":"x","message":"m","fields":[{"name":"f","description":"d"}]}""", "f", null, "d", null)]
    [InlineData("yeastar-p-series", 200, """{"errcode":40002,"errmsg":"m","invalid_param_list":[{"field":"f","value":"v","validation_type":"t"}]}""", "f", null, "t", "v")]
    [InlineData("yeastar-p-series", 200, """{"errcode":40003,"errmsg":"m","duplicate_field_list":[{"field":"f","value":"v","external_source_name":"n"}]}""", "f", null, "n", "v")]
    [InlineData("8x8-connect", 200, """{"success":false,"validationErrors":[{"error":"c","message":"m","pointers":[{"path":"f"}]}]}""", "f", "c", "m", null)]
    public void Classify_FailureThatNamesAField_HasIt(string vendor, int status, string body, string field, string? code, string? message, string? value) =>
        Vendor.Find(vendor)!.Classify(status, body).Error!.Fields.Should().Equal(new FieldError(field, code, message, value));

    [Theory]
    [InlineData("dexatel", 400, """{"errors":[{"status":404,"message":"m","code":1503,"timestamp":"2026-11-20 10:00:00","path":"/v1/messages","method":"POST"}]}""", "1503", "m", null, 404, "/v1/messages", "POST", "2026-11-20 10:00:00")]
    [InlineData("8x8-connect", 200, """{"rejectedCount":1,"messages":[{"umid":"u","status":{"code":"REJECTED","description":"d"}}]}""", "REJECTED", "d", "u", null, null, null, null)]
    [InlineData("8x8-connect", 200, """{"rejectedCount":1,"messages":[{"umid":"u","clientMessageId":"c","status":{"state":"rejected","errorCode":1,"errorMessage":"e"}}]}""", "1", "e", "c", null, null, null, null)]
    public void Classify_FailureWithAnEntry_IsReadInItsPlaces(
        string vendor, int status, string body, string? code, string? message, string? id, int? httpStatus, string? path, string? method, string? timestamp)
    {
        VendorItem item = Vendor.Find(vendor)!.Classify(status, body).Answer!.Items.Should().ContainSingle().Subject;

        (item.Code, item.Message, item.Id).Should().Be((code, message, id));
        (item.HttpStatus, item.Path, item.Method, item.Timestamp).Should().Be((httpStatus, path, method, timestamp));
    }

    [Theory]
    [InlineData("8x8-connect", """{"acceptedCount":0,"rejectedCount":1}""", ErrorCategory.ValidationFailed, Effect.None)]
    [InlineData("8x8-connect", """{"success":false,"validationErrors":[{"error":"c"}]}""", ErrorCategory.ValidationFailed, Effect.None)]
    [InlineData("dialnexa", """{"success":false,"message":"m"}""", ErrorCategory.VendorUnspecified, Effect.Unknown)]
    public void Classify_FailureWithoutACode_MeansWhatItsMembersSay(string vendor, string body, ErrorCategory category, Effect effect)
    {
        VendorResult result = Vendor.Find(vendor)!.Classify(200, body);

        result.Category.Should().Be(category);
        result.Effect.Should().Be(effect);
    }

    [Theory]
    [InlineData("CREATED", Effect.Unknown)]
    [InlineData("NOT_CREATED", Effect.None)]
    public void Classify_8x8FailureWithAProof_HasTheEffectThatIsProven(string status, Effect effect) =>
        Vendor.EightByEightConnect.Classify(400, $$"""{"sessionStatus":"{{status}}","statusCode":-1002,"statusMessage":"m"}""").Effect.Should().Be(effect);

    [Theory]
    [InlineData("dialnexa", """{"leads_created":4,"leads_skipped":1}""", VendorOutcome.PartialSuccess)]
    [InlineData("dialnexa", """{"statusCode":201,"message":"m","data":{"leads_skipped":1}}""", VendorOutcome.PartialSuccess)]
    [InlineData("dialnexa", """{"leads_created":5,"leads_skipped":0}""", VendorOutcome.Success)]
    [InlineData("dialnexa", """{"warning":{"message":"w"}}""", VendorOutcome.SuccessWithWarning)]
    [InlineData("dialnexa", """{"statusCode":201,"data":{"warning":{"message":"w"}}}""", VendorOutcome.SuccessWithWarning)]
    [InlineData("8x8-connect", """{"acceptedCount":1,"rejectedCount":1,"messages":null}""", VendorOutcome.PartialSuccess)]
    [InlineData("8x8-connect", """{"acceptedCount":0,"rejectedCount":1,"messages":null}""", VendorOutcome.Failure)]
    [InlineData("8x8-connect", """{"acceptedCount":1,"rejectedCount":0,"messages":null}""", VendorOutcome.Success)]
    [InlineData("8x8-connect", """{"success":true,"validationErrors":[{"error":"c"}]}""", VendorOutcome.SuccessWithWarning)]
    [InlineData("8x8-connect", """{"umid":"u","status":{"code":"QUEUED"}}""", VendorOutcome.Success)]
    public void Classify_MembersThatSayMoreThanACode_AreHeard(string vendor, string body, VendorOutcome outcome) =>
        Vendor.Find(vendor)!.Classify(200, body).Outcome.Should().Be(outcome);

    [Theory]
    [InlineData("NOT_CREATED", Effect.None)]
    [InlineData("NOT CREATED", Effect.None)]
    [InlineData("CREATED", Effect.Unknown)]
    [InlineData("FAILED", Effect.Unknown)]
    public void Classify_CallflowThatFailedUnspecified_HasTheEffectThatIsProven(string sessionStatus, Effect effect) =>
        Vendor.EightByEightConnect.Classify(400, $$"""{"statusCode":-9999,"statusMessage":"m","sessionStatus":"{{sessionStatus}}"}""").Effect.Should().Be(effect);

    [Theory]
    [InlineData("talkdesk-dialer", true)]
    [InlineData("dialnexa", true)]
    [InlineData("dexatel", false)]
    [InlineData("yeastar-p-series", true)]
    [InlineData("8x8-connect", true)]
    public void SuccessMayCarryError_OfAVendor_IsWhatItDocuments(string vendor, bool mayCarryError) =>
        Vendor.Find(vendor)!.Definition.SuccessMayCarryError.Should().Be(mayCarryError);

    [Theory]
    [InlineData("talkdesk-dialer")]
    [InlineData("dialnexa", "VendorHeader X-RateLimit-Reset in SecondsOrEpoch")]
    [InlineData("dexatel")]
    [InlineData("yeastar-p-series")]
    [InlineData("8x8-connect", "BodyField retryAfter in Date")]
    public void WaitHints_OfAVendor_AreTheDocumentedPlaces(string vendor, params string[] hints) =>
        Vendor.Find(vendor)!.Definition.WaitHints.Select(hint => $"{hint.Source} {hint.Name} in {hint.Unit}").Should().Equal(hints);

    [Theory]
    [InlineData("8x8-connect", """{"code":1400,"message":"m","errorId":"i","retryAfter":"2026-11-20T10:00:40Z"}""", null, 40)]
    [InlineData("8x8-connect", """{"code":1400,"message":"m","errorId":"i","retry_after":"2026-11-20T10:00:40Z"}""", null, null)]
    [InlineData("dialnexa", """{"statusCode":429,"message":"m","error":"e"}""", "20", 20)]
    [InlineData("dialnexa", """{"statusCode":429,"message":"m","error":"e"}""", "1795168830", 30)]
    [InlineData("dexatel", """{"errors":[{"status":429,"message":"m"}]}""", "20", 20)]
    public void Classify_WaitInAPlaceOfTheVendors_IsFound(string vendor, string body, string? reset, int? seconds)
    {
        var response = new VendorResponse(429, Encoding.UTF8.GetBytes(body))
        {
            ReceivedAt = s_now,
            Headers = reset is null ? [] : new Dictionary<string, IEnumerable<string>>(StringComparer.Ordinal) { ["X-RateLimit-Reset"] = [reset] },
        };

        VendorResult result = Vendor.Find(vendor)!.Classify(response);

        result.Category.Should().Be(ErrorCategory.RateLimited);
        result.Retry.MinimumWait.Should().Be(seconds is { } wait ? TimeSpan.FromSeconds(wait) : null);
    }
}
