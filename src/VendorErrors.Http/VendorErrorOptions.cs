using VendorErrors.Retries;

namespace VendorErrors.Http;

/// <summary>
/// How a client's calls to a vendor are handled. Every default is a named constant. Validated when the client is made, with all faults
/// in one message; can be bound from configuration and reloaded.
/// </summary>
public sealed class VendorErrorOptions
{
    /// <summary>Default of <see cref="TotalTimeout"/>: 90 seconds, below the 100 of <see cref="HttpClient.Timeout"/>, so that a last attempt has time to answer.</summary>
    public const int DefaultTotalTimeoutSeconds = 90;

    /// <summary>Default of <see cref="PeekLimit"/>: 64 KiB.</summary>
    public const int DefaultPeekLimit = 64 * 1024;

    /// <summary>Default of <see cref="ErrorBodyLimit"/>: 256 KiB.</summary>
    public const int DefaultErrorBodyLimit = 256 * 1024;

    /// <summary>Default of <see cref="ReplayLimit"/>: 1 MiB.</summary>
    public const int DefaultReplayLimit = 1024 * 1024;

    /// <summary>Default of <see cref="RetryBudgetRatio"/>: one retry for five requests.</summary>
    public const double DefaultRetryBudgetRatio = 0.2;

    /// <summary>Default of <see cref="RetryBudgetReserve"/>: 10 retries.</summary>
    public const int DefaultRetryBudgetReserve = 10;

    /// <summary>Default of <see cref="RefreshTimeout"/>: 30 seconds.</summary>
    public const int DefaultRefreshTimeoutSeconds = 30;

    /// <summary>Default of <see cref="MaxCooldown"/>: one hour.</summary>
    public const int DefaultMaxCooldownSeconds = 3600;

    /// <summary>The most retries of one request, 0 to 100. Default: 3. A vendor's row may allow fewer, never more.</summary>
    public int MaxRetryAttempts { get; set; } = RetryLimits.DefaultMaxRetryAttempts;

    /// <summary>The longest single wait, below a day. Default: 120 seconds. A longer one is refused, and the answer returned at once.</summary>
    public TimeSpan MaxWait { get; set; } = TimeSpan.FromSeconds(RetryLimits.DefaultMaxWaitSeconds);

    /// <summary>Whether a longer wait is cut to <see cref="MaxWait"/> instead of refused. Default: no.</summary>
    public bool ClampWait { get; set; }

    /// <summary>The first back-off, doubled with each further retry, with full jitter. Default: 1 second.</summary>
    public TimeSpan BaseDelay { get; set; } = TimeSpan.FromSeconds(RetryLimits.DefaultBaseDelaySeconds);

    /// <summary>The longest back-off, not less than <see cref="BaseDelay"/>, and below a day. Default: 30 seconds.</summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(RetryLimits.DefaultMaxDelaySeconds);

    /// <summary>
    /// The time for a request with all its attempts and waits, up to the verdict on its answer: a wait that does not fit is refused before it
    /// starts, and an attempt that runs is canceled, which a caller gets as <see cref="TaskCanceledException"/> with the effect that was known
    /// by then. Below a day; default: 90 seconds. Keep it below <see cref="HttpClient.Timeout"/>, which this library cannot see. <see langword="null"/>: no deadline.
    /// </summary>
    public TimeSpan? TotalTimeout { get; set; } = TimeSpan.FromSeconds(DefaultTotalTimeoutSeconds);

    /// <summary>The time for one attempt, up to the verdict on its answer. Default: none.</summary>
    public TimeSpan? AttemptTimeout { get; set; }

    /// <summary>How many bytes of a 2xx body are looked at for an error, at most. Default: 64 KiB. Range: 1 KiB to 16 MiB.</summary>
    public int PeekLimit { get; set; } = DefaultPeekLimit;

    /// <summary>How many bytes of an error body are read, at most. Default: 256 KiB. Range: 1 KiB to 16 MiB.</summary>
    public int ErrorBodyLimit { get; set; } = DefaultErrorBodyLimit;

    /// <summary>
    /// How many bytes of a request's content are kept for a replay, at most, where it is not in memory anyway: they are copied while the first
    /// attempt sends them. Default: 1 MiB. Range: 0 to 16 MiB; the process keeps at most 64 MiB for all its requests. A larger content is sent
    /// once, unless it is a stream that can seek.
    /// </summary>
    public int ReplayLimit { get; set; } = DefaultReplayLimit;

    /// <summary>
    /// Whether a failure, also one of the transport, is thrown as <see cref="VendorErrorException"/> instead of returned or thrown as it is.
    /// The caller's own cancellation stays what it is. Default: no.
    /// </summary>
    public bool ThrowOnFailure { get; set; }

    /// <summary>Whether <see cref="ThrowOnFailure"/> returns a partial success, of which some items were not done. Default: no, it is thrown too.</summary>
    public bool AcceptPartialSuccess { get; set; }

    /// <summary>
    /// Whether a handler that retries or hedges by itself is allowed beside this one, such as the standard resilience handler of
    /// Microsoft.Extensions.Http.Resilience. Default: no, and a client that has both is refused when it is made. A write whose effect is unknown
    /// goes out once in either case.
    /// </summary>
    public bool AllowOtherRetries { get; set; }

    /// <summary>
    /// Whether a client may go without a credential refresher although the vendor's credentials expire. Default: no, and such a client is refused
    /// when it is made. Set it where the caller itself handles an expired credential, or names one for each request.
    /// </summary>
    public bool AllowNoCredentialRefresher { get; set; }

    /// <summary>The account at the vendor, which cool-down and retry budget are kept by. Default: one account. Never a secret: it stands in logs.</summary>
    public string Account { get; set; } = string.Empty;

    /// <summary>What requests do while the account cools down. Default: wait.</summary>
    public CooldownMode Cooldown { get; set; }

    /// <summary>
    /// The longest cool-down, up to 31 days. Default: one hour. Then one request asks again, whatever the vendor said: a limit may have been
    /// raised meanwhile, and no single answer should put an account out of service for long.
    /// </summary>
    public TimeSpan MaxCooldown { get; set; } = TimeSpan.FromSeconds(DefaultMaxCooldownSeconds);

    /// <summary>How much of a retry each request earns, 0 to 1. Default: 0.2.</summary>
    public double RetryBudgetRatio { get; set; } = DefaultRetryBudgetRatio;

    /// <summary>How many retries may be saved up, 1 or more. Default: 10.</summary>
    public int RetryBudgetReserve { get; set; } = DefaultRetryBudgetReserve;

    /// <summary>The time for a credential refresh. Default: 30 seconds.</summary>
    public TimeSpan RefreshTimeout { get; set; } = TimeSpan.FromSeconds(DefaultRefreshTimeoutSeconds);

    /// <summary>
    /// Whether a non-idempotent write gets an idempotency key where the vendor's definition names a header for it; no other request does.
    /// Default: no. No vendor of this library documents one yet, so that it counts for vendors of your own.
    /// </summary>
    public bool AddIdempotencyKey { get; set; }

    /// <summary>Codes of the vendor that are added or read otherwise, by code. Default: none.</summary>
    public IDictionary<string, CodeOverlay> Codes { get; } = new Dictionary<string, CodeOverlay>(StringComparer.Ordinal);

    /// <summary>
    /// Puts the present credential on a request; called before each attempt, so that a replay carries the new one. Default: nothing. What it
    /// throws reaches the caller as it is, and is no answer of the vendor.
    /// </summary>
    public Action<HttpRequestMessage>? Authorize { get; set; }

    /// <summary>
    /// The same for a credential that has to be fetched first. Instead of <see cref="Authorize"/>, not beside it. Its time counts towards the
    /// attempt: the token is canceled when <see cref="AttemptTimeout"/> or <see cref="TotalTimeout"/> is over, and nobody waits longer. Works
    /// under <c>HttpClient.Send</c> too, which then blocks its thread and never the context of its caller.
    /// </summary>
    public Func<HttpRequestMessage, CancellationToken, ValueTask>? AuthorizeAsync { get; set; }

    internal RetryLimits ToLimits() => new()
    {
        MaxRetryAttempts = MaxRetryAttempts,
        MaxWait = MaxWait,
        ClampWait = ClampWait,
        BaseDelay = BaseDelay,
        MaxDelay = MaxDelay,
    };
}
