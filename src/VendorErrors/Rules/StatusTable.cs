using VendorErrors.Envelopes.Json;
using static VendorErrors.ErrorCategory;

namespace VendorErrors.Rules;

/// <summary>What an HTTP status means where neither the body nor the vendor's own documents say more.</summary>
internal static class StatusTable
{
    internal static CodeSection Section { get; } = new(
        new SourceDocument("HTTP Semantics (RFC 9110) and the IANA status code registry", "www.rfc-editor.org/rfc/rfc9110"),
        Basis.Documented,
        [
            new("200", "2xx", Outcome.Success) { LastCode = "299" },
            new("304", "Not Modified", Outcome.Success),
            new("300", "Multiple Choices", UnsupportedOperation),
            new("301", "Moved Permanently", UnsupportedOperation),
            new("302", "Found", UnsupportedOperation),
            new("303", "See Other", UnsupportedOperation),
            new("307", "Temporary Redirect", UnsupportedOperation),
            new("308", "Permanent Redirect", UnsupportedOperation),
            new("300", "3xx", UnsupportedOperation) { LastCode = "399" },
            new("400", "Bad Request", InvalidRequest),
            new("401", "Unauthorized", Unauthenticated),
            new("402", "Payment Required", ErrorCategory.PaymentRequired),
            new("403", "Forbidden", PermissionDenied),
            new("404", "Not Found", NotFound),
            new("405", "Method Not Allowed", UnsupportedOperation),
            new("406", "Not Acceptable", UnsupportedContent),
            new("408", "Request Timeout", VendorTimeout) { Effect = Effect.None, Note = "The server says that it did not process the request." },
            new("409", "Conflict", InvalidState) { Refinements = KnownPhrases.UniqueConstraint },
            new("410", "Gone", Gone),
            new("412", "Precondition Failed", ConcurrencyConflict),
            new("413", "Content Too Large", PayloadTooLarge),
            new("414", "URI Too Long", PayloadTooLarge),
            new("415", "Unsupported Media Type", UnsupportedContent),
            new("422", "Unprocessable Content", ValidationFailed),
            new("425", "Too Early", RateLimited),
            new("428", "Precondition Required", ConcurrencyConflict),
            new("429", "Too Many Requests", RateLimited),
            new("431", "Request Header Fields Too Large", PayloadTooLarge),
            new("400", "4xx", InvalidRequest) { LastCode = "499" },
            new("500", "Internal Server Error", VendorInternal),
            new("501", "Not Implemented", UnsupportedOperation),
            new("502", "Bad Gateway", UpstreamFailure),
            new("503", "Service Unavailable", VendorUnavailable),
            new("504", "Gateway Timeout", VendorTimeout),
            new("520", "Unknown Error of the Origin (Cloudflare)", VendorTimeout),
            new("521", "Origin Is Down (Cloudflare)", VendorTimeout),
            new("522", "Connection Timed Out (Cloudflare)", VendorTimeout),
            new("523", "Origin Is Unreachable (Cloudflare)", VendorTimeout),
            new("524", "A Timeout Occurred (Cloudflare)", VendorTimeout),
            new("500", "5xx", VendorUnspecified) { LastCode = "599" },
        ])
    {
        IsHttpStatus = true,
    };

    /// <summary>
    /// A gateway's 403 may be a used-up quota, by a whole phrase or by a <c>Retry-After</c>: Azure API Management does so.
    /// The status 403 is generic in this one respect, whoever documents it.
    /// </summary>
    internal static IReadOnlyList<TextRule> ForbiddenRefinements => KnownPhrases.QuotaUsedUp;

    private static readonly RowIndex s_index = new(Section.Rows, new PathTree());

    internal static RowMatch Find(long status) => s_index.Find(status, 0, default, default);
}
