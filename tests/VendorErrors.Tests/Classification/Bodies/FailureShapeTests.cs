using System.Text;
using FluentAssertions;
using VendorErrors.Definitions;
using Xunit;
using static VendorErrors.ErrorCategory;

namespace VendorErrors.Tests.Classification.Bodies;

/// <summary>Bodies that report a failure in a shape that is not the vendor's, and all those that only look so.</summary>
public class FailureShapeTests
{
    // Frameworks, gateways and function runtimes.
    public static TheoryData<string, ErrorCategory> Failures => new()
    {
        { """{"success":false}""", ProtocolViolation },
        { """{"success":"false","message":"Request blocked"}""", ProtocolViolation },
        { """{"Success":false,"Message":"Request blocked"}""", ProtocolViolation },
        { """{"success":0,"message":"no"}""", ProtocolViolation },
        { """{"ok":false}""", ProtocolViolation },
        { """{"ok":false,"error":"invalid_auth"}""", ProtocolViolation },
        { """{"error":"Service unavailable"}""", ProtocolViolation },
        { """{"error":{"code":403,"message":"The caller does not have permission"}}""", ProtocolViolation },
        { """{"error":true,"message":"x"}""", ProtocolViolation },
        { """{"error":"invalid_token","error_description":"The access token expired"}""", ProtocolViolation },
        { """{"errors":["x"]}""", ProtocolViolation },
        { """{"errors":[{"code":"x"}],"success":true}""", ProtocolViolation },
        { """{"errors":{"to":["is required"]},"title":"One or more validation errors occurred.","status":400,"traceId":"00-1"}""", InvalidRequest },
        { """{"errorMessage":"Task timed out after 29.00 seconds"}""", ProtocolViolation },
        { """{"errorType":"Error","errorMessage":"x","trace":["at a","at b"]}""", ProtocolViolation },
        { """{"errorMessage":"x","errorType":"KeyError","requestId":"1","stackTrace":[]}""", ProtocolViolation },
        { """{"fault":{"faultstring":"Rate limit quota violation"}}""", ProtocolViolation },
        { """{"status":429,"message":"Rate limit is exceeded."}""", RateLimited },
        { """{"status":"429","message":"Rate limit is exceeded."}""", RateLimited },
        { """{"status":503}""", VendorUnavailable },
        { """{"status":"error","message":"x"}""", ProtocolViolation },
        { """{"status":"fail"}""", ProtocolViolation },
        { """{"status":"failed","message":"could not connect"}""", ProtocolViolation },
        { """{"status":false}""", ProtocolViolation },
        { """{"code":500,"message":"x","path":"/"}""", VendorInternal },
        { """{"timestamp":"2026-01-01T00:00:00Z","status":500,"error":"Internal Server Error","path":"/v1/calls"}""", VendorInternal },
        { """{"type":"about:blank","title":"Unauthorized","status":401}""", Unauthenticated },
        { """ {"message":"x","error":"Bad Gateway"}""", ProtocolViolation },
    };

    // From the documents of the five vendors, and records that share names with reports of failures.
    public static TheoryData<string, string> Successes => new()
    {
        { "dialnexa", """{"id":"call_1","status":"queued"}""" },
        { "dialnexa", """{"status":"failed","id":"call_1"}""" },
        { "dialnexa", """{"success":true,"message":"Campaign paused","campaign":{"id":1}}""" },
        { "dialnexa", """{"success":true,"message":"Campaign paused"}""" },
        { "dialnexa", """{"message":"Agent deleted"}""" },
        { "dialnexa", """[{"id":"call_1","status":"failed"}]""" },
        { "dialnexa", """{"data":[{"error":"x"}]}""" },
        { "dialnexa", """{"status":"failed"}""" },
        { "dialnexa", """{"status":"ok","message":"x"}""" },
        { "dialnexa", """{"status":200,"message":"x"}""" },
        { "dialnexa", """{"status":503,"hangup_reason":"busy"}""" },
        { "dialnexa", """{"error":null}""" },
        { "dialnexa", """{"error":"","message":"done"}""" },
        { "dialnexa", """{"error":false,"errors":[],"fault":{},"errorMessage":""}""" },
        { "dialnexa", """{"error":0,"message":"ok"}""" },
        { "dialnexa", """{"code":"4821"}""" },
        { "dialnexa", """{"code":503}""" },
        { "dialnexa", """{"code":"503","timestamp":"x"}""" },
        { "dialnexa", """{"type":"video","title":"My clip"}""" },
        { "dialnexa", """{"ok":true}""" },
        { "dialnexa", "{}" },
        { "dialnexa", """{"error":"x","id":7}""" },
        { "dialnexa", """{"success":false2}""" },
        { "dexatel", """{"data":[{"id":"1","status":"failed"}],"pagination":{}}""" },
        { "dexatel", """{"data":{"id":"1","error":"x"}}""" },
        { "8x8-connect", """{"umid":"1","status":{"code":"QUEUED","description":"x"}}""" },
        { "8x8-connect", """{"sessionId":"1","status":"VERIFIED"}""" },
        { "8x8-connect", """{"subAccountId":"x","count":1,"webhooks":[],"statusCode":0,"statusMessage":"ok"}""" },
        { "8x8-connect", """{"success":true,"id":"1"}""" },
        { "talkdesk-dialer", """{"prefix":"RETAIL","fields":[{"name":"status","error":"x"}]}""" },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public void Classify_ShapeOfAFailureUnder200_IsAFailureAtEveryVendor(string body, ErrorCategory category)
    {
        category.Should().NotBe(Unrecognized);
        Vendor.All.Select(vendor => vendor.Classify(200, body)).Should().OnlyContain(result => result.IsFailure, "of {0}", body);
        Vendor.All.Where(vendor => !IsOfItsOwn(vendor, body)).Select(vendor => vendor.Classify(200, body).Effect).Should().OnlyContain(effect => effect == Effect.Unknown, "of {0}", body);
    }

    // Some vendors answer with such a shape, and say with their codes what became of it.
    private static bool IsOfItsOwn(Vendor vendor, string body) =>
        vendor.Explain(new VendorResponse(200, Encoding.UTF8.GetBytes(body))).Evidence.Any(evidence => evidence.Source is EvidenceSource.Code or EvidenceSource.SubField);

    [Theory]
    [MemberData(nameof(Failures))]
    public void Classify_ShapeOfAFailureAtAVendorOfNoEnvelope_NamesItsCategory(string body, ErrorCategory category)
    {
        VendorResult result = new Vendor("anybody", "Any vendor", new VendorDefinition()).Explain(new VendorResponse(201, Encoding.UTF8.GetBytes(body)));

        result.Category.Should().Be(category);
        result.Effect.Should().Be(Effect.Unknown);
        result.Evidence.Should().Contain(seen => seen.Source == EvidenceSource.Family && seen.Rule == "all its members are those of a failure");
    }

    [Theory]
    [MemberData(nameof(Successes))]
    public void Classify_DocumentedSuccessOrRecord_IsNeverCaught(string id, string body)
    {
        VendorResult result = Vendor.Find(id)!.Classify(200, body);

        if (body.Contains("false2", StringComparison.Ordinal))
        {
            result.Category.Should().Be(ProtocolViolation, "it breaks the grammar");
            return;
        }

        result.Outcome.Should().Be(VendorOutcome.Success);
    }

    [Theory]
    [InlineData("""{"type":"https://example.com/out-of-credit","title":"No credit","balance":30}""", true)]
    [InlineData("""{"balance":30,"title":"No credit"}""", true)]
    [InlineData("""{"type":"https://example.com/out-of-credit","title":"No credit","balance":30}""", false)]
    public void Classify_MediaTypeOfAProblem_SaysItByItself(string body, bool isGiven)
    {
        const string type = "application/problem+json; charset=utf-8";
        byte[] bytes = Encoding.UTF8.GetBytes(body);
        VendorResponse response = isGiven ? new(200, bytes) { ContentType = type } : new(200, bytes) { Headers = [new("Content-Type", [type])] };

        VendorResult result = Vendor.Dialnexa.Classify(response);

        result.Category.Should().Be(ProtocolViolation);
        result.Effect.Should().Be(Effect.Unknown);
        Vendor.Dialnexa.Classify(200, body).Outcome.Should().Be(VendorOutcome.Success, "without that type it is a record");
    }

    [Fact]
    public void Classify_ShapeOfAFailureUnderA4xx_IsDecidedByTheStatus() => Vendor.Dialnexa.Classify(404, """{"ok":false,"error":"x"}""").Category.Should().Be(NotFound);

    [Fact]
    public void Classify_WordsOfAShapeThatNamesALimit_SayHowLongToWait()
    {
        VendorResult result = Vendor.Dialnexa.Classify(200, """{"status":429,"message":"Rate limit is exceeded. Try again in 9 seconds."}""");

        result.Retry.MinimumWait.Should().Be(TimeSpan.FromSeconds(9));
        result.Effect.Should().Be(Effect.Unknown);
    }
}
