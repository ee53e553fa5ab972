using static VendorErrors.Audience;
using static VendorErrors.ErrorCategory;
using static VendorErrors.ErrorGroup;
using static VendorErrors.RetryDisposition;
using C = VendorErrors.ErrorCategory;
using G = VendorErrors.GoogleRpcCode;

namespace VendorErrors;

/// <summary>The one table of what each category means: group, exports, default effect, retry, advice.</summary>
internal static class CategoryTable
{
    /// <summary>Where nobody documents what failed, more than this many retries are hope, not handling.</summary>
    internal const int MaxRetriesOfUnspecified = 2;

    /// <summary>A second refresh within one request would loop.</summary>
    internal const int MaxRetriesAfterRefresh = 1;

    private static readonly CategoryFacts[] s_facts =
    [
        F(Unrecognized, ErrorGroup.Unknown, G.Unknown, 502, Effect.Unknown, AfterDelay, "Look up the code in the vendor's documents and report it; the catalog does not list it.", Developer, MaxRetriesOfUnspecified),
        F(InvalidRequest, Request, G.InvalidArgument, 400, Effect.None, Never, "Correct the syntax of the request.", Developer),
        F(ValidationFailed, Request, G.InvalidArgument, 422, Effect.None, Never, "Correct the fields or values that the vendor reports.", Developer),
        F(InvalidDestination, Request, G.InvalidArgument, 422, Effect.None, Never, "Correct the phone number or recipient.", Developer),
        F(PayloadTooLarge, Request, G.InvalidArgument, 413, Effect.None, Never, "Send less at once.", Developer),
        F(UnsupportedContent, Request, G.InvalidArgument, 415, Effect.None, Never, "Use a media, file or message type that the vendor supports.", Developer),
        F(UnsupportedOperation, Request, G.Unimplemented, 501, Effect.None, Never, "Check the address, method and API version.", Developer),
        F(C.NotFound, State, G.NotFound, 404, Effect.None, Never, "Check the id, and that it belongs to this account.", Developer),
        F(Gone, State, G.FailedPrecondition, 410, Effect.None, Never, "Create a new request; this one can never work again.", Developer),
        F(C.AlreadyExists, State, G.AlreadyExists, 409, Effect.None, Never, "Use the existing one, or choose another key.", Developer),
        F(InvalidState, State, G.FailedPrecondition, 409, Effect.None, Never, "Change the state of the resource first.", Developer),
        F(ConcurrencyConflict, State, G.Aborted, 409, Effect.None, Never, "Read the resource again, then decide.", Program),
        F(C.Unauthenticated, ErrorGroup.Credential, G.Unauthenticated, 401, Effect.None, Never, "Check that the key or login is sent, complete and valid.", Operator),
        F(CredentialExpired, ErrorGroup.Credential, G.Unauthenticated, 401, Effect.None, AfterCredentialRefresh, "Refresh the token, then send the request once more.", Program, MaxRetriesAfterRefresh),
        F(C.PermissionDenied, Access, G.PermissionDenied, 403, Effect.None, Never, "Grant the credential the permission that this request needs.", AccountOwner),
        F(SourceBlocked, Access, G.PermissionDenied, 403, Effect.None, Never, "Allow or unblock our IP address at the vendor.", Operator),
        F(SenderNotAllowed, Access, G.PermissionDenied, 403, Effect.None, Never, "Use a caller ID or sender that is approved for the account.", AccountOwner),
        F(DestinationBlocked, Access, G.FailedPrecondition, 403, Effect.None, Never, "See what blocks the destination: a route or country to enable, or an opt-out to respect.", AccountOwner),
        F(FeatureNotEnabled, Access, G.FailedPrecondition, 403, Effect.None, Never, "Enable the feature for the account.", AccountOwner),
        F(AccountDisabled, Access, G.FailedPrecondition, 403, Effect.None, Never, "Have the account activated.", AccountOwner),
        F(PaymentRequired, Access, G.FailedPrecondition, 402, Effect.None, Never, "Top up the balance.", AccountOwner),
        F(RateLimited, Limit, G.ResourceExhausted, 429, Effect.None, AfterDelay, "Send more slowly.", Program),
        F(ConcurrencyLimited, Limit, G.ResourceExhausted, 429, Effect.None, AfterDelay, "Reduce concurrency.", Program),
        F(QuotaExhausted, Limit, G.ResourceExhausted, 429, Effect.None, Never, "Wait for the next period, or buy more volume.", AccountOwner),
        F(LimitReached, Limit, G.ResourceExhausted, 409, Effect.None, Never, "Remove something, or raise the limit.", AccountOwner),
        F(VendorInternal, ErrorGroup.Vendor, G.Internal, 502, Effect.Unknown, AfterDelay, "Retry where that is safe; if it persists, ask the vendor and give the correlation id.", Audience.Vendor),
        F(VendorUnavailable, ErrorGroup.Vendor, G.Unavailable, 503, Effect.Unknown, AfterDelay, "Retry where that is safe; if it persists, check the vendor's status page.", Audience.Vendor),
        F(VendorTimeout, ErrorGroup.Vendor, G.DeadlineExceeded, 504, Effect.Unknown, AfterDelay, "Retry where that is safe; otherwise check first whether it happened.", Program),
        F(UpstreamFailure, ErrorGroup.Vendor, G.Unavailable, 502, Effect.Unknown, AfterDelay, "Retry where that is safe; if it persists, check the trunk or gateway that the vendor uses.", Operator),
        F(VendorUnspecified, ErrorGroup.Vendor, G.Unknown, 502, Effect.Unknown, AfterDelay, "Check first whether it happened; if it persists, ask the vendor.", Audience.Vendor, MaxRetriesOfUnspecified),
        F(TransportFailure, Transport, G.Unavailable, null, Effect.Unknown, AfterDelay, "Check network, name resolution and certificates.", Operator),
        F(ClientTimeout, Transport, G.DeadlineExceeded, 504, Effect.Unknown, AfterDelay, "Check first whether it happened; then consider a longer timeout.", Operator),
        F(C.Cancelled, Transport, G.Cancelled, 499, Effect.Unknown, Never, "The caller canceled; check whether it happened before sending it again.", Program),
        F(ProtocolViolation, Protocol, G.Unknown, 502, Effect.Unknown, AfterDelay, "Check what answered: a proxy, a login page, or a cut connection.", Operator, MaxRetriesOfUnspecified),
    ];

    /// <summary>Every category in the order of its number.</summary>
    internal static IReadOnlyList<CategoryFacts> All => s_facts;

    internal static CategoryFacts Of(ErrorCategory category) =>
        (uint)category < (uint)s_facts.Length ? s_facts[(int)category] : s_facts[(int)Unrecognized];

    private static CategoryFacts F(
        ErrorCategory category, ErrorGroup group, GoogleRpcCode rpc, int? http, Effect effect, RetryDisposition retry, string advice, Audience audience, int? maxRetries = null) =>
        new(category, group, rpc, http, effect, retry, maxRetries, new Advice(advice, audience));
}
