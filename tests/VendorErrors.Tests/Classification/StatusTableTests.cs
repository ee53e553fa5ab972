using FluentAssertions;
using VendorErrors.Classification;
using VendorErrors.Definitions;
using VendorErrors.Testing.Conformance;
using Xunit;
using static VendorErrors.Confidence;
using static VendorErrors.Effect;
using static VendorErrors.ErrorCategory;

namespace VendorErrors.Tests.Classification;

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
        { 408, VendorTimeout, Unknown, StatusOnly },
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
        { 407, Unauthenticated, None, StatusOnly },
        { 418, InvalidRequest, None, Default },
        { 451, PermissionDenied, None, StatusOnly },
        { 460, ClientTimeout, Unknown, StatusOnly },
        { 499, ClientTimeout, Unknown, StatusOnly },
        { 500, VendorInternal, Unknown, StatusOnly },
        { 501, UnsupportedOperation, None, StatusOnly },
        { 502, UpstreamFailure, Unknown, StatusOnly },
        { 503, VendorUnavailable, Unknown, StatusOnly },
        { 504, VendorTimeout, Unknown, StatusOnly },
        { 520, UpstreamFailure, Unknown, StatusOnly },
        { 521, VendorUnavailable, Unknown, StatusOnly },
        { 522, VendorTimeout, Unknown, StatusOnly },
        { 523, UpstreamFailure, Unknown, StatusOnly },
        { 524, VendorTimeout, Unknown, StatusOnly },
        { 505, VendorUnspecified, Unknown, Default },
        { 511, Unauthenticated, None, StatusOnly },
        { 525, VendorUnavailable, Unknown, StatusOnly },
        { 526, VendorUnavailable, Unknown, StatusOnly },
        { 530, VendorUnavailable, Unknown, StatusOnly },
        { 599, VendorUnspecified, Unknown, Default },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public void Classify_StatusAlone_IsAsTheTableSays(int status, ErrorCategory category, Effect effect, Confidence confidence)
    {
        VendorResult result = s_anybody.Classify(status, string.Empty);

        result.Outcome.Should().Be(VendorOutcome.Failure);
        result.Category.Should().Be(category);
        result.Effect.Should().Be(effect);
        result.Confidence.Should().Be(confidence);
        result.Error!.HttpStatus.Should().Be(status);
    }

    /// <summary>The names in RFC 9110, 6585 and 8470; those of Cloudflare's own and of the families are ours.</summary>
    [Theory]
    [InlineData(300, "Multiple Choices")]
    [InlineData(301, "Moved Permanently")]
    [InlineData(302, "Found")]
    [InlineData(303, "See Other")]
    [InlineData(307, "Temporary Redirect")]
    [InlineData(308, "Permanent Redirect")]
    [InlineData(399, "3xx")]
    [InlineData(400, "Bad Request")]
    [InlineData(401, "Unauthorized")]
    [InlineData(402, "Payment Required")]
    [InlineData(403, "Forbidden")]
    [InlineData(404, "Not Found")]
    [InlineData(405, "Method Not Allowed")]
    [InlineData(406, "Not Acceptable")]
    [InlineData(408, "Request Timeout")]
    [InlineData(409, "Conflict")]
    [InlineData(410, "Gone")]
    [InlineData(412, "Precondition Failed")]
    [InlineData(413, "Content Too Large")]
    [InlineData(414, "URI Too Long")]
    [InlineData(415, "Unsupported Media Type")]
    [InlineData(418, "4xx")]
    [InlineData(422, "Unprocessable Content")]
    [InlineData(425, "Too Early")]
    [InlineData(428, "Precondition Required")]
    [InlineData(429, "Too Many Requests")]
    [InlineData(431, "Request Header Fields Too Large")]
    [InlineData(500, "Internal Server Error")]
    [InlineData(501, "Not Implemented")]
    [InlineData(502, "Bad Gateway")]
    [InlineData(503, "Service Unavailable")]
    [InlineData(504, "Gateway Timeout")]
    [InlineData(520, "Unknown Error of the Origin (Cloudflare)")]
    [InlineData(521, "Origin Is Down (Cloudflare)")]
    [InlineData(522, "Connection Timed Out (Cloudflare)")]
    [InlineData(523, "Origin Is Unreachable (Cloudflare)")]
    [InlineData(524, "A Timeout Occurred (Cloudflare)")]
    [InlineData(599, "5xx")]
    public void Explain_StatusAlone_NamesIt(int status, string name) =>
        s_anybody.Classify(status, string.Empty).Evidence.Should().Contain(seen => seen.Rule.Contains($" {name} means ", StringComparison.Ordinal));

    [Theory]
    [InlineData(200)]
    [InlineData(201)]
    [InlineData(204)]
    [InlineData(206)]
    [InlineData(299)]
    public void Classify_2xxWithoutAnEnvelope_IsSuccessByStatus(int status)
    {
        VendorResult result = s_anybody.Classify(status, "{}");

        result.Outcome.Should().Be(VendorOutcome.Success);
        result.Effect.Should().Be(Applied);
        result.Confidence.Should().Be(StatusOnly);
    }

    /// <summary>Cloudflare 5xx errors: 521, 523, 525, 526 and 530 mean that it has no connection to the origin, 520 that the answer was none.</summary>
    [Theory]
    [InlineData(520, "gets no proper answer")]
    [InlineData(521, "does not reach")]
    [InlineData(523, "does not reach")]
    [InlineData(525, "does not reach")]
    [InlineData(526, "does not reach")]
    [InlineData(530, "does not reach")]
    public void Classify_StatusOfCloudflare_AdviceSaysWhatItsDocumentSays(int status, string words) =>
        s_anybody.Classify(status, string.Empty).Error!.Advice!.Text.Should().Contain(words);

    [Fact]
    public void Section_OfTheStatuses_NamesItsSource() =>
        StatusTable.Section.Source.Should().Be(new SourceDocument("HTTP Semantics (RFC 9110) and the IANA status code registry", "www.rfc-editor.org/rfc/rfc9110"));

    [Fact]
    public void Classify_NotModified_IsSuccess()
    {
        VendorResult result = s_anybody.Classify(304, string.Empty);

        // The table of statuses says that nothing was changed; the table of pairs knows no success without effect. The pairs win.
        AllowedPairs.All.Should().Contain((result.Outcome, result.Effect));
        result.Outcome.Should().Be(VendorOutcome.Success);
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

    [Fact]
    public void Rows_Always_HaveNames() => StatusTable.Section.Rows.Should().OnlyContain(row => row.Name.Length > 0);
}
