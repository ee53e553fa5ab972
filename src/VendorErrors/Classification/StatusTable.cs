using VendorErrors.Classification.Compiled;
using VendorErrors.Definitions;
using VendorErrors.Json;

using static VendorErrors.ErrorCategory;

namespace VendorErrors.Classification;

/// <summary>What an HTTP status means where neither the body nor the vendor's own documents say more.</summary>
internal static class StatusTable
{
    /// <summary>The status, and the first of the range of all those, that says no more than that something was wrong with the request.</summary>
    internal const string General = "400";

    private static readonly Advice s_proxyLogin = new("Give the proxy between us and the vendor its login; the vendor's credential is not in question.", Audience.Operator);
    private static readonly Advice s_networkLogin = new("Sign in to the network this runs in; the vendor's credential is not in question.", Audience.Operator);
    private static readonly Advice s_legal = new("Ask the vendor which legal rule blocks this request, and for whom.", Audience.AccountOwner);
    private static readonly Advice s_origin = new("Retry where that is safe; if it persists, tell the vendor that its gateway gets no proper answer from its servers.", Audience.Vendor);
    private static readonly Advice s_noOrigin = new("Retry where that is safe; if it persists, tell the vendor that its gateway does not reach its servers.", Audience.Vendor);

    internal static CodeSection Section { get; } = new(
        new SourceDocument("HTTP Semantics (RFC 9110) and the IANA status code registry", "www.rfc-editor.org/rfc/rfc9110"),
        Basis.Documented,
        [
            new("200", "2xx", VendorOutcome.Success) { LastCode = "299" },
            new("304", "Not Modified", VendorOutcome.Success),
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
            new("407", "Proxy Authentication Required", Unauthenticated) { Advice = s_proxyLogin, Note = "The proxy wants a login; the request did not reach the vendor." },
            new("408", "Request Timeout", VendorTimeout) { Note = "Frameworks answer it while the handler goes on, so it may have happened." },
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
            new("451", "Unavailable For Legal Reasons", PermissionDenied)
            {
                Refinements =
                [
                    new("this destination", DestinationBlocked), new("the destination is", DestinationBlocked), new("destination country", DestinationBlocked),
                    new("calls to this country", DestinationBlocked), new("messages to this country", DestinationBlocked),
                ],
                Advice = s_legal,
                Note = "RFC 7725: whoever blocks it may be the vendor or somebody on the way.",
            },

            // 460: Troubleshoot your Application Load Balancers (docs.aws.amazon.com). 499: nginx, src/http/ngx_http_special_response.c ("client has closed connection").
            new("460", "Client Closed Connection (AWS load balancer)", ClientTimeout) { Note = "In logs: our side hung up while the request was under way." },
            new("499", "Client Closed Request (nginx)", ClientTimeout) { Note = "In logs: our side hung up while the request was under way." },
            new("400", "4xx", InvalidRequest) { LastCode = "499" },
            new("500", "Internal Server Error", VendorInternal),
            new("501", "Not Implemented", UnsupportedOperation),
            new("502", "Bad Gateway", UpstreamFailure),
            new("503", "Service Unavailable", VendorUnavailable),
            new("504", "Gateway Timeout", VendorTimeout),
            new("511", "Network Authentication Required", Unauthenticated) { Advice = s_networkLogin, Note = "RFC 6585: the network wants a login; the request did not reach the vendor." },

            // 520 to 530: "Cloudflare 5xx errors" with a page for each, developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors.
            new("520", "Unknown Error of the Origin (Cloudflare)", UpstreamFailure) { Advice = s_origin },
            new("521", "Origin Is Down (Cloudflare)", VendorUnavailable) { Advice = s_noOrigin },
            new("522", "Connection Timed Out (Cloudflare)", VendorTimeout),
            new("523", "Origin Is Unreachable (Cloudflare)", UpstreamFailure) { Advice = s_noOrigin },
            new("524", "A Timeout Occurred (Cloudflare)", VendorTimeout),
            new("525", "TLS Handshake With the Origin Failed (Cloudflare)", VendorUnavailable) { Advice = s_noOrigin },
            new("526", "Invalid Certificate of the Origin (Cloudflare)", VendorUnavailable) { Advice = s_noOrigin },
            new("530", "Origin Is Unknown (Cloudflare)", VendorUnavailable) { Advice = s_noOrigin },
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
