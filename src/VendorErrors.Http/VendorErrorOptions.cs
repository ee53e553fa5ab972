using VendorErrors.Retries;

namespace VendorErrors.Http;

/// <summary>
/// How a client's calls to a vendor are handled. Every default is a named constant. Validated when the client is made, with all faults
/// in one message; can be bound from configuration and reloaded. Not safe for changes by several threads; nobody may change it while it is used.
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

    /// <summary>
    /// Whether the handler acts. One that only observes classifies, logs and measures: it sends each request once and as it is, waits for nothing, and
    /// adds, refreshes and throws nothing. The caller gets what it would get without the handler, and <c>GetVendorResult</c> and <c>GetVendorDecision</c>
    /// say what a first attempt came to and what would have been decided about it. Retrying handlers and a missing refresher are allowed beside it, until
    /// a change to <see cref="HandlerMode.Active"/>, which is refused then.
    /// </summary>
    /// <value>Default: <see cref="HandlerMode.Active"/>.</value>
    public HandlerMode Mode { get; set; }

    /// <summary>The most retries of one request. A vendor's row may allow fewer, never more.</summary>
    /// <value>Range: 0 to 100. Default: 3.</value>
    public int MaxRetryAttempts { get; set; } = RetryLimits.DefaultMaxRetryAttempts;

    /// <summary>The longest single wait. A longer one is refused, and the answer returned at once.</summary>
    /// <value>Range: <see cref="BaseDelay"/> to below one day. Default: 120 seconds.</value>
    public TimeSpan MaxWait { get; set; } = TimeSpan.FromSeconds(RetryLimits.DefaultMaxWaitSeconds);

    /// <summary>Whether a longer wait is cut to <see cref="MaxWait"/> instead of refused.</summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool ClampWait { get; set; }

    /// <summary>The first backoff, doubled with each further retry, with full jitter.</summary>
    /// <value>Range: above zero. Default: 1 second.</value>
    public TimeSpan BaseDelay { get; set; } = TimeSpan.FromSeconds(RetryLimits.DefaultBaseDelaySeconds);

    /// <summary>The longest backoff.</summary>
    /// <value>Range: <see cref="BaseDelay"/> to below one day. Default: 30 seconds.</value>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(RetryLimits.DefaultMaxDelaySeconds);

    /// <summary>
    /// The time for a request with all its attempts and waits, up to the verdict on its answer: a wait that does not fit is refused before it
    /// starts, and an attempt that runs is canceled, which a caller gets as <see cref="TaskCanceledException"/> with the effect that was known
    /// by then. Keep it below <see cref="HttpClient.Timeout"/>, which this library cannot see.
    /// </summary>
    /// <value>Range: above zero to below one day, or <see langword="null"/> for no deadline. Default: 90 seconds.</value>
    public TimeSpan? TotalTimeout { get; set; } = TimeSpan.FromSeconds(DefaultTotalTimeoutSeconds);

    /// <summary>The time for one attempt, up to the verdict on its answer.</summary>
    /// <value>Range: above zero to below one day. Default: <see langword="null"/>, none.</value>
    public TimeSpan? AttemptTimeout { get; set; }

    /// <summary>How many bytes of a 2xx body are searched for an error, at most.</summary>
    /// <value>Bytes. Range: 1 KiB to 16 MiB. Default: 64 KiB.</value>
    public int PeekLimit { get; set; } = DefaultPeekLimit;

    /// <summary>How many bytes of an error body are read, at most.</summary>
    /// <value>Bytes. Range: 1 KiB to 16 MiB. Default: 256 KiB.</value>
    public int ErrorBodyLimit { get; set; } = DefaultErrorBodyLimit;

    /// <summary>
    /// How many bytes of a request's content are kept for a replay, at most, where it is not in memory anyway: they are copied while the first
    /// attempt sends them. The process keeps at most 64 MiB for all its requests. Larger content is sent once, unless it is a stream that can seek.
    /// </summary>
    /// <value>Bytes. Range: 0 to 16 MiB. Default: 1 MiB.</value>
    public int ReplayLimit { get; set; } = DefaultReplayLimit;

    /// <summary>
    /// Whether a failure, also one of the transport, is thrown as <see cref="VendorErrorException"/> instead of returned or thrown as it is.
    /// The caller's own cancellation stays what it is.
    /// </summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool ThrowOnFailure { get; set; }

    /// <summary>Whether <see cref="ThrowOnFailure"/> returns a partial success, of which some items were not done.</summary>
    /// <value>Default: <see langword="false"/>, it is thrown too.</value>
    public bool AcceptPartialSuccess { get; set; }

    /// <summary>
    /// Whether a handler that retries or hedges by itself is allowed beside this one, such as the standard resilience handler of
    /// Microsoft.Extensions.Http.Resilience. A write whose effect is unknown goes out once in either case.
    /// </summary>
    /// <value>Default: <see langword="false"/>, and a client that has both is refused when it is made.</value>
    public bool AllowOtherRetries { get; set; }

    /// <summary>
    /// Whether a client may go without a credential refresher although the vendor's credentials expire. Set it where the caller itself handles an
    /// expired credential, or names one for each request.
    /// </summary>
    /// <value>Default: <see langword="false"/>, and such a client is refused when it is made.</value>
    public bool AllowNoCredentialRefresher { get; set; }

    /// <summary>The account at the vendor that cooldown and retry budget belong to. Never a secret: it is written to logs.</summary>
    /// <value>Default: the empty text, one account.</value>
    public string Account { get; set; } = string.Empty;

    /// <summary>What requests do while the account cools down.</summary>
    /// <value>Default: <see cref="CooldownMode.Wait"/>.</value>
    public CooldownMode Cooldown { get; set; }

    /// <summary>
    /// The longest cooldown. Then one request asks again, whatever the vendor said: a limit may have been raised meanwhile, and no single answer
    /// should put an account out of service for long.
    /// </summary>
    /// <value>Range: above zero to 31 days. Default: one hour.</value>
    public TimeSpan MaxCooldown { get; set; } = TimeSpan.FromSeconds(DefaultMaxCooldownSeconds);

    /// <summary>How much of a retry each request earns.</summary>
    /// <value>Retries per request. Range: 0 to 1. Default: 0.2.</value>
    public double RetryBudgetRatio { get; set; } = DefaultRetryBudgetRatio;

    /// <summary>How many retries may be saved up.</summary>
    /// <value>Retries. Range: 1 or more. Default: 10.</value>
    public int RetryBudgetReserve { get; set; } = DefaultRetryBudgetReserve;

    /// <summary>The time for a credential refresh.</summary>
    /// <value>Range: above zero to below one day. Default: 30 seconds.</value>
    public TimeSpan RefreshTimeout { get; set; } = TimeSpan.FromSeconds(DefaultRefreshTimeoutSeconds);

    /// <summary>
    /// Whether a non-idempotent write gets an idempotency key if the vendor's definition names a header for it, at the operations that honor it; no
    /// other request does.
    /// </summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool AddIdempotencyKey { get; set; }

    /// <summary>Codes of the vendor that are added or read otherwise, by code. Default: none.</summary>
    public IDictionary<string, CodeOverlay> Codes { get; } = new Dictionary<string, CodeOverlay>(StringComparer.Ordinal);

    /// <summary>
    /// Puts the present credential on a request; called before each attempt, so that a replay carries the new one. What it throws reaches
    /// the caller as it is, and is not an answer of the vendor.
    /// </summary>
    /// <value>Default: <see langword="null"/>, nothing.</value>
    public Action<HttpRequestMessage>? Authorize { get; set; }

    /// <summary>
    /// The same for a credential that has to be fetched first. Instead of <see cref="Authorize"/>, not beside it. Its time counts towards the
    /// attempt: the token is canceled when <see cref="AttemptTimeout"/> or <see cref="TotalTimeout"/> is over, and nobody waits longer. Works
    /// under <c>HttpClient.Send</c> too, which then blocks its thread and never the context of its caller.
    /// </summary>
    /// <value>Default: <see langword="null"/>, nothing.</value>
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
