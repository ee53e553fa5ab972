using FluentAssertions;
using VendorErrors.Testing.Conformance;
using Xunit;
using static VendorErrors.Confidence;
using static VendorErrors.Effect;
using static VendorErrors.ErrorCategory;

namespace VendorErrors.Tests.Rules;

/// <summary>What a bare HTTP status means, written down a second time from the design.</summary>
public class StatusTableTests
{
    private static readonly Vendor s_anybody = new("anybody", "Any vendor", new VendorDefinition());

    public static TheoryData<int, ErrorCategory, Effect, Confidence> Failures => new()
    {
        { 300, UnsupportedOperation, None, StatusOnly },
        { 301, UnsupportedOperation, None, StatusOnly },
        { 302, UnsupportedOperation, None, StatusOnly },
        { 307, UnsupportedOperation, None, StatusOnly },
        { 308, UnsupportedOperation, None, StatusOnly },
        { 400, InvalidRequest, None, StatusOnly },
        { 401, Unauthenticated, None, StatusOnly },
        { 402, PaymentRequired, None, StatusOnly },
        { 403, PermissionDenied, None, StatusOnly },
        { 404, NotFound, None, StatusOnly },
        { 405, UnsupportedOperation, None, StatusOnly },
        { 406, UnsupportedContent, None, StatusOnly },
        { 408, VendorTimeout, None, StatusOnly },
        { 409, InvalidState, None, StatusOnly },
        { 410, Gone, None, StatusOnly },
        { 412, ConcurrencyConflict, None, StatusOnly },
        { 413, PayloadTooLarge, None, StatusOnly },
        { 414, PayloadTooLarge, None, StatusOnly },
        { 415, UnsupportedContent, None, StatusOnly },
        { 422, ValidationFailed, None, StatusOnly },
        { 425, RateLimited, None, StatusOnly },
        { 428, ConcurrencyConflict, None, StatusOnly },
        { 429, RateLimited, None, StatusOnly },
        { 431, PayloadTooLarge, None, StatusOnly },
        { 407, InvalidRequest, None, Default },
        { 418, InvalidRequest, None, Default },
        { 451, InvalidRequest, None, Default },
        { 499, InvalidRequest, None, Default },
        { 500, VendorInternal, Unknown, StatusOnly },
        { 501, UnsupportedOperation, None, StatusOnly },
        { 502, UpstreamFailure, Unknown, StatusOnly },
        { 503, VendorUnavailable, Unknown, StatusOnly },
        { 504, VendorTimeout, Unknown, StatusOnly },
        { 520, VendorTimeout, Unknown, StatusOnly },
        { 521, VendorTimeout, Unknown, StatusOnly },
        { 522, VendorTimeout, Unknown, StatusOnly },
        { 523, VendorTimeout, Unknown, StatusOnly },
        { 524, VendorTimeout, Unknown, StatusOnly },
        { 505, VendorUnspecified, Unknown, Default },
        { 511, VendorUnspecified, Unknown, Default },
        { 525, VendorUnspecified, Unknown, Default },
        { 599, VendorUnspecified, Unknown, Default },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public void Classify_StatusAlone_IsAsTheTableSays(int status, ErrorCategory category, Effect effect, Confidence confidence)
    {
        VendorResult result = s_anybody.Classify(status, string.Empty);

        result.Outcome.Should().Be(Outcome.Failure);
        result.Category.Should().Be(category);
        result.Effect.Should().Be(effect);
        result.Confidence.Should().Be(confidence);
        result.Error!.HttpStatus.Should().Be(status);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(201)]
    [InlineData(204)]
    [InlineData(206)]
    [InlineData(299)]
    public void Classify_2xxWithoutAnEnvelope_IsSuccessByStatus(int status)
    {
        VendorResult result = s_anybody.Classify(status, "{}");

        result.Outcome.Should().Be(Outcome.Success);
        result.Effect.Should().Be(Applied);
        result.Confidence.Should().Be(StatusOnly);
    }

    [Fact]
    public void Classify_NotModified_IsSuccess()
    {
        VendorResult result = s_anybody.Classify(304, string.Empty);

        // The table of statuses says that nothing was changed; the table of pairs knows no success without effect. The pairs win.
        AllowedPairs.All.Should().Contain((result.Outcome, result.Effect));
        result.Outcome.Should().Be(Outcome.Success);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(42)]
    [InlineData(700)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public void Classify_NoStatusAndNoBody_IsUnrecognized(int status)
    {
        VendorResult result = s_anybody.Classify(status, string.Empty);

        result.Category.Should().Be(Unrecognized);
        result.Effect.Should().Be(Unknown);
        result.Confidence.Should().Be(Default);
    }

    [Theory]
    [InlineData("Quota exceeded", null, QuotaExhausted)]
    [InlineData("Out of call volume QUOTA.", null, QuotaExhausted)]
    [InlineData("Forbidden", "120", QuotaExhausted)]
    [InlineData("Forbidden", null, PermissionDenied)]
    [InlineData("Password expired", null, PermissionDenied)]
    public void Classify_403_IsAQuotaWhereTheGatewaySaysSo(string text, string? retryAfter, ErrorCategory category)
    {
        byte[] body = System.Text.Encoding.UTF8.GetBytes($$"""{"message":"{{text}}"}""");
        VendorResponse response = new(403, body) { Headers = retryAfter is null ? null : [new("Retry-After", [retryAfter])] };

        s_anybody.Classify(response).Category.Should().Be(category);
    }

    [Theory]
    [InlineData("Too Many Requests: quota", RateLimited, 429)]
    [InlineData("Service unavailable: quota exceeded", VendorUnavailable, 503)]
    [InlineData("Token expired", NotFound, 404)]
    public void Classify_AnyOtherStatus_IsNotRefinedByText(string text, ErrorCategory category, int status) =>
        s_anybody.Classify(status, $$"""{"message":"{{text}}"}""").Category.Should().Be(category);
}
