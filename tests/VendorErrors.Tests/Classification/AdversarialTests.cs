using FluentAssertions;
using VendorErrors.Definitions;
using VendorErrors.Retries;
using Xunit;

namespace VendorErrors.Tests.Classification;

/// <summary>Answers that once were read too kindly: nothing here may be a success, and nothing may be sent again as a plain write.</summary>
public class AdversarialTests
{
    [Theory]
    [InlineData("dialnexa", 504, """{"statusCode":429,"message":"Too Many Requests"}""")]
    [InlineData("dialnexa", 201, """{"statusCode":429,"message":"Too Many Requests"}""")]
    [InlineData("dexatel", 500, """{"errors":[{"status":429,"code":99999,"message":"m"}]}""")]
    [InlineData("8x8-connect", 200, """{"umid":"u","status":{"state":"failed"}}""")]
    public void Decide_WhereTheTwoSidesDisagree_NeverSendsAPlainWriteAgain(string id, int status, string body)
    {
        Vendor vendor = Vendor.Find(id)!;
        VendorOperation write = vendor.Operation("POST", "/v1/calls");

        VendorResult result = vendor.Classify(status, body, write);

        result.IsFailure.Should().BeTrue();
        result.Effect.Should().Be(Effect.Unknown);
        VendorRetryPolicy.Decide(result, write).StopReason.Should().Be(StopReason.EffectUnknown);
    }

    [Theory]
    [InlineData("""{"rejectedCount":1,"messages":[{"status":{"code":"QUEUED"}},{"status":{"code":"REJECTED","description":"internal server error"}}]}""")]
    [InlineData("""{"acceptedCount":0,"rejectedCount":1,"messages":[{"status":{"code":"QUEUED"}},{"status":{"code":"REJECTED"}}]}""")]
    [InlineData("""{"acceptedCount":null,"rejectedCount":1,"messages":[{"status":{"code":"QUEUED"}}]}""")]
    [InlineData("""{"acceptedCount":2,"rejectedCount":0,"messages":[{"status":{"code":"REJECTED"}}]}""")]
    [InlineData("""{"acceptedCount":1,"messages":[{"status":{"code":"REJECTED"}}]}""")]
    public void Classify_ABatchWhoseCountsAndEntriesDisagree_IsPartial(string body)
    {
        VendorResult result = Vendor.EightByEightConnect.Classify(200, body);

        result.Outcome.Should().Be(VendorOutcome.PartialSuccess);
        result.Effect.Should().Be(Effect.Partial);
    }

    [Theory]
    [InlineData("dexatel", """{"errors":["Something failed"]}""")]
    [InlineData("dexatel", """{"errors":"Something failed"}""")]
    [InlineData("dexatel", """{"errors":[[{"status":400,"code":1503}]]}""")]
    [InlineData("dialnexa", """{"success":false,"error":"nope"}""")]
    [InlineData("dialnexa", """{"success":"false","message":"nope"}""")]
    [InlineData("8x8-connect", """{"id":"1","success":false,"validationErrors":[{"error":"E"}]}""")]
    [InlineData("8x8-connect", """{"phoneNumber":"1","status":{"state":"error"}}""")]
    [InlineData("talkdesk-dialer", "\uFEFF \uFEFF{\"statusCode\":2,\"message\":\"m\",\"payload\":null}")]
    public void Classify_AnErrorInAnOddPlaceUnder200_IsNoSuccess(string id, string body) =>
        Vendor.Find(id)!.Classify(200, body).Outcome.Should().Be(VendorOutcome.Failure);

    [Fact]
    public void Classify_AnEntryWithAGatewaysQuota_IsAUsedUpQuota()
    {
        VendorResult result = Vendor.Dexatel.Classify(new VendorResponse(403, """{"errors":[{"status":403,"message":"quota"}]}"""u8) { Headers = [new("Retry-After", ["60"])] });

        result.Category.Should().Be(ErrorCategory.QuotaExhausted);
        result.Retry.MinimumWait.Should().Be(TimeSpan.FromSeconds(60));
    }

    [Theory]
    [InlineData("Try again in 1,800 seconds", 1800)]
    [InlineData("Try again in 1h30m", 5400)]
    [InlineData("Please wait one minute", 60)]
    [InlineData("try again in 00:01:30.5", 91)]
    [InlineData("Try again in 1 minute (60 seconds)", 60)]
    [InlineData("Try again in 1 hour, 2 minutes and 3 seconds", 3723)]
    public void Classify_AWaitInAnOddForm_IsNotShortened(string sentence, int seconds) =>
        Vendor.TalkdeskDialer.Classify(429, $$"""{"statusCode":10,"message":"{{sentence}}","payload":null}""").Retry.MinimumWait.Should().Be(TimeSpan.FromSeconds(seconds));

    [Theory]
    [InlineData("Retry-After", "30, 60", 60_000)]
    [InlineData("retry-after-ms", "1500", 1500)]
    [InlineData("Retry-After", "Fri, 01 May 2026 12:00:30 +0000", 30_000)]
    public void Classify_AHeaderInAnOddForm_IsUnderstood(string name, string value, int milliseconds)
    {
        var response = new VendorResponse(429, default) { Headers = [new(name, [value])], ReceivedAt = new DateTimeOffset(2026, 5, 1, 12, 0, 0, TimeSpan.Zero) };

        Vendor.Dexatel.Classify(response).Retry.MinimumWait.Should().Be(TimeSpan.FromMilliseconds(milliseconds));
    }

    [Fact]
    public void Classify_AHeaderWithoutAName_IsPassedOver() =>
        Vendor.Dexatel.Classify(new VendorResponse(429, default) { Headers = [new(null!, null!), new("Retry-After", null!)] }).Category.Should().Be(ErrorCategory.RateLimited);

    [Theory]
    [InlineData("HEAD")]
    [InlineData("GET")]
    public void Operation_OfAGetThatDeletes_IsAPlainWriteForHeadToo(string method) =>
        Vendor.YeastarPSeries.Operation(method, "/openapi/v1.0/extension/delete?id=3").Safety.Should().Be(OperationSafety.NonIdempotentWrite);

    [Fact]
    public void Vendor_OfADefinitionWithFaults_IsRefusedWithAllOfThem()
    {
        var definition = new VendorDefinition
        {
            Envelopes = [new Envelope("e", Condition.Has("result")) { Code = ["result."], Operation = "GET a/{id}" }],
            Codes =
            [
                new CodeSection(new SourceDocument("t", "a"), Basis.Documented,
                [
                    new("17", "Busy", ErrorCategory.ConcurrencyLimited),
                    new("17", "Busy again", ErrorCategory.ConcurrencyLimited),
                    new("18", "Failed", VendorOutcome.Failure),
                    new("19", "Wrong", ErrorCategory.NotFound) { Wait = TimeSpan.FromSeconds(1) },
                    new("20", "Done", ErrorCategory.AlreadyExists) { Effect = Effect.Applied },
                    new("a", "Range", ErrorCategory.NotFound) { LastCode = "z" },
                    new("21", "Retry", ErrorCategory.RateLimited) { MaxRetryAttempts = -1, Wait = TimeSpan.FromSeconds(-1), WaitDoubles = true },
                    new("22", "", ErrorCategory.NotFound) { OnHttpStatus = 42 },
                ]),
            ],
        };

        FluentActions.Invoking(() => new Vendor("Acme Voice!", "Acme", definition)).Should().Throw<ArgumentException>().Which.Message
            .Should().ContainAll("lower-case letters", "'result.'", "'GET a/{id}'", "17 is defined twice", "needs a category", "never retried after one", "effect applied", "is a range whose bounds", "less than no retry", "check its unit", "no name", "does not exist");
    }

    [Fact]
    public void RetryLimits_WithANegativeValue_AreRefused() =>
        FluentActions.Invoking(() => new RetryLimits { BaseDelay = TimeSpan.FromSeconds(-1) }).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*BaseDelay*");
}
