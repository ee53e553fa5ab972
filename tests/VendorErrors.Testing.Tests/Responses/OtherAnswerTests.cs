using System.Net;

namespace VendorErrors.Testing.Tests.Responses;

/// <summary>Answers that are no code: success, pages of a gateway, bare statuses, and the message that a client gets.</summary>
public class OtherAnswerTests
{
    public static TheoryData<string> VendorIds => new(Vendor.All.Select(vendor => vendor.Id));

    [Theory]
    [MemberData(nameof(VendorIds))]
    public void GatewayPage_OfAnyVendor_IsReadByItsStatus(string vendorId)
    {
        ComposedResponse page = VendorResponses.GatewayPage(Vendor.Find(vendorId)!);

        VendorResult result = page.Classify();

        result.Category.Should().Be(ErrorCategory.UpstreamFailure);
        result.Effect.Should().Be(Effect.Unknown);
        result.Answer!.Message.Should().StartWith("502 ");
        page.ContentType.Should().Be("text/html");
    }

    [Theory]
    [InlineData(399)]
    [InlineData(600)]
    public void GatewayPage_StatusThatIsNoError_Throws(int status) =>
        FluentActions.Invoking(() => VendorResponses.GatewayPage(Vendor.Dexatel, status)).Should().Throw<ArgumentOutOfRangeException>().WithMessage($"{status} is not a failure status; it must be from 400 to 599.*");

    [Theory]
    [InlineData(503, ErrorCategory.VendorUnavailable)]
    [InlineData(410, ErrorCategory.Gone)]
    [InlineData(204, null)]
    public void Status_Bare_IsReadByItself(int status, ErrorCategory? category)
    {
        ComposedResponse response = VendorResponses.Status(Vendor.TalkdeskDialer, status);

        response.Classify().Category.Should().Be(category);
        response.ContentType.Should().BeNull();
    }

    [Theory]
    [InlineData(99)]
    [InlineData(1000)]
    public void Status_ThatHttpDoesNotHave_Throws(int status) =>
        FluentActions.Invoking(() => VendorResponses.Status(Vendor.Dexatel, status)).Should().Throw<ArgumentOutOfRangeException>().WithMessage($"{status} is not an HTTP status; it must be from 100 to 599.*");

    [Fact]
    public async Task ToHttpResponseMessage_Always_HoldsStatusBodyAndHeaders()
    {
        ComposedResponse composed = VendorResponses.For(Vendor.Dialnexa, "429", new ResponseOptions { Message = "Zu schnell, größer", Wait = TimeSpan.FromSeconds(7) }) with
        {
            Headers = [new("Retry-After", "7"), new("X-Request-Id", "r-1"), new("Content-Language", "de"), new("X-Odd", "not; a=valid,,value")],
        };

        using HttpResponseMessage response = composed.ToHttpResponseMessage();

        response.StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
        response.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromSeconds(7));
        response.Headers.GetValues("X-Request-Id").Should().Equal("r-1");
        response.Headers.GetValues("X-Odd").Should().Equal("not; a=valid,,value");
        response.Content.Headers.ContentLanguage.Should().Equal("de");
        response.Content.Headers.ContentType!.ToString().Should().Be("application/json; charset=utf-8");
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Should().Be(composed.Body).And.Contain("größer");
    }

    [Fact]
    public void ToHttpResponseMessage_WithoutABody_HasNoContentType()
    {
        using HttpResponseMessage response = VendorResponses.Status(Vendor.Dexatel, 204).ToHttpResponseMessage();

        response.Content.Headers.ContentType.Should().BeNull();
        response.Content.Headers.ContentLength.Should().Be(0);
    }

    [Fact]
    public void ToString_Always_HoldsNothingOfTheBody() =>
        VendorResponses.For(Vendor.Dexatel, "1523", new ResponseOptions { Message = "+15551234567" }).ToString().Should().NotContain("+15551234567").And.StartWith("dexatel: HTTP ");

    [Fact]
    public void Body_Replaced_IsClassifiedAgain() =>
        (VendorResponses.For(Vendor.TalkdeskDialer, "10") with { Body = "{\"statusCode\":" }).Classify().Category.Should().Be(ErrorCategory.ProtocolViolation);
}
