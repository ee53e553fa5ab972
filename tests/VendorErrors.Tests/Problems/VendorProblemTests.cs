using FluentAssertions;
using VendorErrors.Tests.Fixtures;
using Xunit;

namespace VendorErrors.Tests.Problems;

public class VendorProblemTests
{
    private const string Number = "+15551234567";
    private const string Token = "sk_live_0123456789abcdef";

    public static TheoryData<string> Fixtures => [.. FixtureFiles.Names];

    [Fact]
    public void ToProblemDetails_OfACatalogedCode_SaysWhatTheRowSays()
    {
        VendorProblem problem = Problem(Vendor.TalkdeskDialer, 200, """{ "statusCode": 10, "message": "Please try again in 30 seconds.", "payload": null, "eventId": "ev-1" }""");

        problem.Type.Should().Be("/vendor-errors/talkdesk-dialer#code-10");
        problem.Title.Should().Be("Talkdesk Advanced Dialer: Rate Limited");
        problem.Status.Should().Be(503, "the callers are not the ones who are too fast");
        problem.Detail.Should().Be("Nothing was done. Send more slowly.");
        problem.Instance.Should().BeNull();
        problem.RetryAfter.Should().Be(TimeSpan.FromSeconds(30));
        problem.Extensions.Should().Equal(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["vendor"] = "talkdesk-dialer",
            ["code"] = "10",
            ["category"] = "rate_limited",
            ["effect"] = "none",
            ["retryable"] = true,
            ["retry_after_seconds"] = 30,
            ["correlation_id"] = "ev-1",
        });
    }

    [Fact]
    public void ToProblemDetails_WithoutARow_IsTypedByTheCategory()
    {
        VendorProblem problem = Problem(Vendor.YeastarPSeries, 502, "<html><title>Bad Gateway</title></html>");

        problem.Type.Should().Be("/vendor-errors/yeastar-p-series#category-upstream_failure");
        problem.Title.Should().Be("Yeastar P-Series PBX: upstream failure");
        problem.Extensions.Should().NotContainKey("code");
        problem.Detail.Should().StartWith("Whether it was done is not known.");
    }

    [Fact]
    public void ToProblemDetails_OfASuccessThatAMemberTurnsIntoAFailure_IsTypedByTheCategory() =>
        Problem(Vendor.Dialnexa, 200, """{ "success": false, "message": "refused" }""").Type.Should().Be("/vendor-errors/dialnexa#category-vendor_unspecified");

    [Fact]
    public void ToProblemDetails_OfAListOfErrors_IsTypedByTheOneThatDecides() =>
        Problem(Vendor.Dexatel, 400, """{ "errors": [{ "code": 1007, "message": "a" }, { "code": 1531, "message": "b" }] }""").Type
            .Should().Match(type => type == "/vendor-errors/dexatel#code-1007" || type == "/vendor-errors/dexatel#code-1531");

    [Fact]
    public void ToProblemDetails_OfTheVendorsOwnStatus_IsTypedByItsRow() =>
        Problem(Vendor.Dexatel, 409, string.Empty).Type.Should().Be("/vendor-errors/dexatel#http-409");

    [Fact]
    public void ToProblemDetails_WithATemplate_FillsVendorAndAnchor() =>
        Problem(Vendor.Dexatel, 409, string.Empty, new VendorProblemOptions { TypeTemplate = "https://docs.example.com/{vendor}.md#{anchor}", Instance = "/calls/7" })
            .Should().BeEquivalentTo(new { Type = "https://docs.example.com/dexatel.md#http-409", Instance = "/calls/7" });

    [Fact]
    public void ToProblemDetails_ByDefault_HoldsNothingOfTheVendorsWords()
    {
        VendorProblem problem = Problem(Vendor.TalkdeskDialer, 200, $$"""{ "statusCode": 5, "message": "no such number {{Number}} of Ann Example, key {{Token}}", "payload": [{ "field": "{{Number}}", "code": "x" }], "eventId": "{{Number}}" }""");

        Everything(problem).Should().NotContain("5551234567").And.NotContain("Ann").And.NotContain(Token);
        problem.Extensions.Should().NotContainKeys("vendor_message", "correlation_id");
    }

    [Fact]
    public void ToProblemDetails_WithTheVendorsWords_MasksNumbersAndTokens()
    {
        VendorProblem problem = Problem(Vendor.TalkdeskDialer, 200, $$"""{ "statusCode": 5, "message": "no such number {{Number}}, key {{Token}}", "payload": null }""", new VendorProblemOptions { IncludeVendorMessage = true });

        problem.Extensions["vendor_message"].Should().Be("no such number ***, key ***");
    }

    [Fact]
    public void ToProblemDetails_WithALongMessage_CutsIt()
    {
        VendorProblem problem = Problem(Vendor.TalkdeskDialer, 200, $$"""{ "statusCode": 5, "message": "{{string.Join(' ', Enumerable.Repeat("word", 500))}}", "payload": null }""", new VendorProblemOptions { IncludeVendorMessage = true });

        problem.Extensions["vendor_message"].As<string>().Should().HaveLength(500);
    }

    [Fact]
    public void ToProblemDetails_WithAnUnlistedCode_RedactsIt()
    {
        Problem(Vendor.YeastarPSeries, 200, $$"""{ "errcode": "{{Number}}" }""").Extensions["code"].Should().Be("***");
        Problem(Vendor.YeastarPSeries, 200, """{ "errcode": 99999 }""").Extensions["code"].Should().Be("99999");
    }

    [Theory]
    [InlineData("\\u002b44 20\\u00a07183 8750")]
    [InlineData("jo%2540example.com")]
    [InlineData("3fa85f64-5717-4562-b3fc-2c963f66afa6")]
    [InlineData("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.dBjftJeZ4CVP-mB92K27uhbUJU1p1r")]
    public void ToProblemDetails_WithASecretAsCode_HidesAllOfIt(string secret) =>
        Problem(Vendor.YeastarPSeries, 200, $$"""{ "errcode": "{{secret}}" }""").Extensions["code"].Should().Be("***");

    [Fact]
    public void ToProblemDetails_WithALongCode_IsBounded() =>
        Problem(Vendor.YeastarPSeries, 200, $$"""{ "errcode": "{{string.Join('_', Enumerable.Repeat("INVALID", 500))}}" }""").Extensions["code"].Should().Be("***");

    [Theory]
    [InlineData("3fa85f64-5717-4562-b3fc-2c963f66afa6", true)]
    [InlineData("00000000-0000-4000-8000-000000000001", false)]
    [InlineData("ev-1", true)]
    [InlineData("call-4420718387", false)]
    [InlineData("u44-20-7183-8750", false)]
    [InlineData("eyJhbGciOiJI.eyJz.dBjf", false)]
    [InlineData("sk_live_abcdef", false)]
    [InlineData("two words", false)]
    public void ToProblemDetails_WithAnIdThatMayBeSomethingElse_LeavesItOut(string id, bool isKept) =>
        Problem(Vendor.TalkdeskDialer, 200, $$"""{ "statusCode": 10, "message": "m", "payload": null, "eventId": "{{id}}" }""").Extensions.ContainsKey("correlation_id").Should().Be(isKept);

    [Fact]
    public void ToProblemDetails_CutWithinASurrogatePair_StaysAText() =>
        Problem(Vendor.TalkdeskDialer, 200, $$"""{ "statusCode": 5, "message": "a{{string.Concat(Enumerable.Repeat("\U0001F600", 400))}}", "payload": null }""", new VendorProblemOptions { IncludeVendorMessage = true })
            .Extensions["vendor_message"].As<string>().Should().HaveLength(499).And.EndWith("\U0001F600");

    [Theory]
    [InlineData("POST", 500, false)]
    [InlineData("GET", 500, true)]
    [InlineData("PUT", 500, true)]
    [InlineData("POST", 429, true)]
    [InlineData("GET", 404, false)]
    public void ToProblemDetails_OfARequest_IsRetryableOnlyWhereNothingCanHappenTwice(string method, int status, bool expected)
    {
        VendorProblem problem = Problem(Vendor.Dialnexa, status, string.Empty, new VendorProblemOptions { Operation = Vendor.Dialnexa.Operation(method, "/calls") });

        problem.Extensions["retryable"].Should().Be(expected);
    }

    [Fact]
    public void ToProblemDetails_OfAKeyedWrite_IsNotRetryable()
    {
        var options = new VendorProblemOptions { Operation = VendorOperation.FromMethod("POST").WithSafety(OperationSafety.IdempotencyKeyed) };

        Problem(Vendor.Dialnexa, 500, string.Empty, options).Extensions["retryable"].Should().Be(false, "the caller's next request has another key");
    }

    [Fact]
    public void ToProblemDetails_WhereItMayHaveHappened_NamesNoWait()
    {
        var answer = new VendorResponse(503, default) { Headers = [new("Retry-After", ["7"])] };
        VendorError error = Vendor.Dialnexa.Classify(answer).Error!;

        error.ToProblemDetails().RetryAfter.Should().BeNull("a plain write must not be sent again");
        error.ToProblemDetails(new VendorProblemOptions { Operation = VendorOperation.FromMethod("GET") }).RetryAfter.Should().Be(TimeSpan.FromSeconds(7));
    }

    [Fact]
    public void ToProblemDetails_WithAFractionOfASecond_RoundsUp()
    {
        var answer = new VendorResponse(429, default) { Headers = [new("Retry-After", ["1.5"])] };

        Vendor.Dialnexa.Classify(answer).Error!.ToProblemDetails().Extensions["retry_after_seconds"].Should().Be(2);
    }

    [Fact]
    public void ToProblemDetails_OfARowFromOutside_NamesThatRow()
    {
        Vendor vendor = Vendor.YeastarPSeries.WithCodes(new(new("Tickets", "our own"), VendorErrors.Definitions.Basis.Observed, [new("79999", "SEEN ONCE", ErrorCategory.NotFound)]));

        Problem(vendor, 200, """{ "errcode": 79999 }""").Should().BeEquivalentTo(new { Type = "/vendor-errors/yeastar-p-series#code-79999", Title = "Yeastar P-Series PBX: SEEN ONCE", Status = 404 });
    }

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void ToProblemDetails_OfACapturedAnswer_IsOneThatMayBeSent(string name)
    {
        Fixture fixture = FixtureFiles.Read(name);
        VendorResult result = Vendor.Find(fixture.VendorId)!.Classify(new VendorResponse(fixture.Status, fixture.Body) { Headers = fixture.Headers, Method = fixture.Method, Path = fixture.Path });
        if (result.Error is not { } error)
        {
            return;
        }

        VendorProblem problem = error.ToProblemDetails(new VendorProblemOptions { TypeTemplate = "https://docs.example/{vendor}#{anchor}" });

        problem.Status.Should().BeInRange(400, 599);
        Uri.IsWellFormedUriString(problem.Type, UriKind.Absolute).Should().BeTrue();
        problem.Extensions.Keys.Should().OnlyContain(key => key.Length >= 3 && key.All(c => c == '_' || (c >= 'a' && c <= 'z')), "RFC 9457 asks for such names");
        problem.Extensions.Values.Should().OnlyContain(value => value is string || value is bool || value is int);
        error.Messages.Where(message => message.Length > 30 && !problem.Title.Contains(message, StringComparison.OrdinalIgnoreCase))
            .Should().NotContain(message => Everything(problem).Contains(message, StringComparison.Ordinal), "words of the vendor that are not the catalog's name stay inside");
    }

    private static VendorProblem Problem(Vendor vendor, int status, string body, VendorProblemOptions? options = null) =>
        vendor.Classify(status, body).Error!.ToProblemDetails(options);

    private static string Everything(VendorProblem problem) =>
        string.Join('\n', [problem.Type, problem.Title, problem.Detail, problem.Instance, .. problem.Extensions.Values.Select(value => value?.ToString())]);
}
