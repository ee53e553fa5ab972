namespace VendorErrors;

/// <summary>
/// What went wrong, in the same words for every vendor. The default value is <see cref="Unrecognized"/>, never a success. A category exists
/// only where some program or person acts differently.
/// </summary>
/// <remarks>
/// The list is open: a minor version may add a category, and numbers are never reused. A <c>switch</c> needs a default branch: for a value
/// that it does not know, go by <see cref="ErrorGroup"/> (<see cref="VendorError.Group"/>) or treat it as <see cref="Unrecognized"/>.
/// </remarks>
public enum ErrorCategory
{
    /// <summary>The vendor's code is not in the catalog and the HTTP status does not decide: a gap of ours.</summary>
    Unrecognized = 0,

    /// <summary>Malformed: not JSON, wrong syntax.</summary>
    InvalidRequest = 1,

    /// <summary>Understood, but a field is wrong; see <see cref="VendorAnswer.Fields"/>.</summary>
    ValidationFailed = 2,

    /// <summary>The phone number or recipient is not usable.</summary>
    InvalidDestination = 3,

    /// <summary>The request, a file or an address in it is too large.</summary>
    PayloadTooLarge = 4,

    /// <summary>Media type, file type or message type not supported.</summary>
    UnsupportedContent = 5,

    /// <summary>No such endpoint, method or API version.</summary>
    UnsupportedOperation = 6,

    /// <summary>The resource does not exist.</summary>
    NotFound = 7,

    /// <summary>Expired or removed: the same request can never work.</summary>
    Gone = 8,

    /// <summary>A uniqueness rule refuses a second one.</summary>
    AlreadyExists = 9,

    /// <summary>Not possible in the present state.</summary>
    InvalidState = 10,

    /// <summary>The resource changed meanwhile (<c>If-Match</c> and the like): read again, then decide.</summary>
    ConcurrencyConflict = 11,

    /// <summary>The key is missing or wrong.</summary>
    Unauthenticated = 12,

    /// <summary>The token timed out: refresh it, then send once more.</summary>
    CredentialExpired = 13,

    /// <summary>The credential is good, and lacks the right.</summary>
    PermissionDenied = 14,

    /// <summary>Our IP address is not allowed, or is blocked.</summary>
    SourceBlocked = 15,

    /// <summary>The caller ID or sender is not allowed.</summary>
    SenderNotAllowed = 16,

    /// <summary>The destination is blocked: its route or country is not enabled, or it is on a block list, or the recipient opted out.</summary>
    DestinationBlocked = 17,

    /// <summary>A feature of the account is not enabled.</summary>
    FeatureNotEnabled = 18,

    /// <summary>The account is disabled or not activated.</summary>
    AccountDisabled = 19,

    /// <summary>The balance or wallet is too low.</summary>
    PaymentRequired = 20,

    /// <summary>Too fast: slow down.</summary>
    RateLimited = 21,

    /// <summary>Too many at once.</summary>
    ConcurrencyLimited = 22,

    /// <summary>The volume of the period is used up; sent again only when a reset time is known and fits.</summary>
    QuotaExhausted = 23,

    /// <summary>The count of objects or licenses is full: remove something.</summary>
    LimitReached = 24,

    /// <summary>The vendor's system failed.</summary>
    VendorInternal = 25,

    /// <summary>The vendor's system is not available now.</summary>
    VendorUnavailable = 26,

    /// <summary>The vendor's system took too long.</summary>
    VendorTimeout = 27,

    /// <summary>Something that the vendor depends on failed: a gateway, a trunk.</summary>
    UpstreamFailure = 28,

    /// <summary>The vendor documents no more than that something failed.</summary>
    VendorUnspecified = 29,

    /// <summary>DNS, connection, TLS or proxy failed, or the connection broke.</summary>
    TransportFailure = 30,

    /// <summary>Our own timeout for the attempt ran out.</summary>
    ClientTimeout = 31,

    /// <summary>The caller canceled.</summary>
    Cancelled = 32,

    /// <summary>The answer is not what the vendor's protocol allows: an HTML page, cut JSON, a discriminator of the wrong type.</summary>
    ProtocolViolation = 33,
}
