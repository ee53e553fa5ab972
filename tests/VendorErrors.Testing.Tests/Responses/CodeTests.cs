using VendorErrors.Definitions;

namespace VendorErrors.Testing.Tests.Responses;

/// <summary>Codes as somebody writes them in a test.</summary>
public class CodeTests
{
    [Theory]
    [InlineData("talkdesk-dialer", "10", ErrorCategory.RateLimited)]
    [InlineData("yeastar-p-series", "10004", ErrorCategory.CredentialExpired)]
    [InlineData("yeastar-p-series", "-1", ErrorCategory.VendorUnspecified)]
    [InlineData("dexatel", "1523", ErrorCategory.InvalidDestination)]
    [InlineData("dexatel", "429", ErrorCategory.RateLimited)]
    [InlineData("dialnexa", "402", ErrorCategory.PaymentRequired)]
    [InlineData("8x8-connect", "rejected", ErrorCategory.ValidationFailed)]
    [InlineData("8x8-connect", "-1017", ErrorCategory.InvalidDestination)]
    [InlineData("8x8-connect", "-1500", ErrorCategory.ValidationFailed)]
    [InlineData("8x8-connect", "3999", ErrorCategory.ValidationFailed)]
    public void For_ACode_IsClassifiedAsThatCode(string vendorId, string code, ErrorCategory category) =>
        VendorResponses.For(Vendor.Find(vendorId)!, code).Classify().Category.Should().Be(category);

    [Fact]
    public void For_CodeWithinARange_StandsInTheBody()
    {
        VendorResult result = VendorResponses.For(Vendor.EightByEightConnect, "-1500").Classify();

        result.Code.Should().Be("-1500");
        result.Confidence.Should().Be(Confidence.Family);
    }

    [Theory]
    [InlineData(null, ErrorCategory.CredentialExpired)]
    [InlineData("POST /openapi/v1.0/refresh_token", ErrorCategory.Unauthenticated)]
    [InlineData("POST /openapi/v1.0/extension/create", ErrorCategory.CredentialExpired)]
    public void For_CodeThatMeansOtherwiseAtAnOperation_FollowsTheOperation(string? operation, ErrorCategory category)
    {
        ComposedResponse response = VendorResponses.For(Vendor.YeastarPSeries, "10004", new ResponseOptions { Operation = operation });

        response.Classify().Category.Should().Be(category);
        response.Path.Should().StartWith("/");
    }

    [Fact]
    public void For_CodeOfOneOperationOnly_AnswersThatOperation()
    {
        ComposedResponse response = VendorResponses.For(Vendor.Dexatel, "1625");

        (response.Method, response.Path).Should().Be(("POST", "/v1/messages"));
        response.Classify().Category.Should().Be(ErrorCategory.SenderNotAllowed);
    }

    [Fact]
    public void For_RowOfAnOperation_AnswersThatOperation()
    {
        CodeRow row = Vendor.Dexatel.Codes.Single(row => row.Operation == "POST verifications");

        VendorResponses.For(Vendor.Dexatel, row).Path.Should().Be("/v1/verifications");
    }

    [Fact]
    public void For_UnknownCode_NamesNearOnesInOneLine() =>
        FluentActions.Invoking(() => VendorResponses.For(Vendor.YeastarPSeries, "1004")).Should().Throw<ArgumentException>().Which.Message
            .Should().StartWith("yeastar-p-series has no code '1004' in its catalog; nearest: 10004, ").And.NotContain("\n");

    [Fact]
    public void For_RowOfAnotherVendor_Throws() =>
        FluentActions.Invoking(() => VendorResponses.For(Vendor.Dexatel, Vendor.YeastarPSeries.Codes[0])).Should().Throw<ArgumentException>()
            .WithMessage("The row '-2 INTERNAL SERVER ERROR' is not a row of dexatel.*");

    [Fact]
    public void For_StatusOfOnesOwn_IsUsed() =>
        VendorResponses.For(Vendor.YeastarPSeries, "10004", new ResponseOptions { Status = 401 }).Status.Should().Be(401);

    [Theory]
    [InlineData(true, Effect.Unknown)]
    [InlineData(false, Effect.None)]
    [InlineData(null, Effect.Unknown)]
    public void For_ProofOfExecution_SettlesTheEffect(bool? executed, Effect effect) =>
        VendorResponses.For(Vendor.EightByEightConnect, "-9999", new ResponseOptions { Executed = executed }).Classify().Effect.Should().Be(effect);

    [Fact]
    public void For_TheSame_IsTheSameEachTime() =>
        VendorResponses.For(Vendor.Dexatel, "1523").Body.Should().Be(
            """{"errors":[{"timestamp":"2026-01-15T10:00:00.000Z","path":"/some/ordinary/resource","method":"POST","status":400,"message":"Invalid recipient number(s)","code":1523}]}""");

    [Fact]
    public void For_Time_StandsInTheAnswer() =>
        VendorResponses.For(Vendor.Dexatel, "1523", new ResponseOptions { Time = new DateTimeOffset(2026, 7, 1, 12, 30, 0, TimeSpan.FromHours(2)) }).Body.Should().Contain("\"2026-07-01T10:30:00.000Z\"");

    [Theory]
    [InlineData("987654")]
    [InlineData("never_heard_of_it")]
    public void Unlisted_AnyVendor_IsAFailureThatKeepsTheCode(string code)
    {
        foreach (Vendor vendor in Vendor.All.Where(vendor => vendor.Definition.Envelopes.Any(envelope => envelope.Code.Count > 0 || envelope.Items is { Code.Count: > 0 })))
        {
            ComposedResponse answer = VendorResponses.Unlisted(vendor, code);
            VendorResult result = answer.Classify();

            // A row of any other code says what an unlisted one means, and a failing HTTP status does where there is none.
            bool isDecidedElsewhere = answer.Status >= 400 || vendor.Codes.Any(row => row.Code == "*");
            result.IsFailure.Should().BeTrue(vendor.Id);
            (isDecidedElsewhere || result.Category == ErrorCategory.Unrecognized).Should().BeTrue(vendor.Id);
            result.Code.Should().Be(code, $"{vendor.Id} {answer.Status} {answer.Body}");
        }
    }

    [Fact]
    public void Unlisted_VendorWithoutCodes_Throws() =>
        FluentActions.Invoking(() => VendorResponses.Unlisted(new Vendor("http-only", "HTTP only", new VendorDefinition()), "1"))
            .Should().Throw<ArgumentException>().WithMessage("No shape of http-only's answers carries a code.*");
}
