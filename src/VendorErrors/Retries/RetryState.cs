namespace VendorErrors.Retries;

/// <summary>
/// The state of a request: what was tried, and what holds now. The default value is that of a first attempt with replayable content
/// and no deadline. Immutable.
/// </summary>
public readonly record struct RetryState
{
    /// <summary>How many retries were made, 0 after the first attempt.</summary>
    /// <value>Default: 0.</value>
    public int Retries { get; init; }

    /// <summary>Whether the credential was refreshed for this request.</summary>
    /// <value>Default: no.</value>
    public bool Refreshed { get; init; }

    /// <summary>Whether that refresh was tried just now and gave no new credential.</summary>
    /// <value>Default: no.</value>
    public bool RefreshFailed { get; init; }

    /// <summary>
    /// Whether the transport followed a redirect, so that another address, or another method, answered than the one that was asked. Then
    /// a write is not sent again: the first address may have done it.
    /// </summary>
    /// <value>Default: no.</value>
    public bool WasRedirected { get; init; }

    /// <summary>Whether an earlier attempt of this request ended with <see cref="Effect.Unknown"/>.</summary>
    /// <value>Default: no.</value>
    public bool EffectWasUnknown { get; init; }

    /// <summary>Whether the content can be sent only once, as a stream that was read.</summary>
    /// <value>Default: no.</value>
    public bool ContentIsConsumed { get; init; }

    /// <summary>Whether the retry budget is used up.</summary>
    /// <value>Default: no.</value>
    public bool BudgetExhausted { get; init; }

    /// <summary>The time that is left for the whole request; <see langword="null"/> where there is no deadline.</summary>
    /// <value>Default: <see langword="null"/>.</value>
    public TimeSpan? TimeLeft { get; init; }

    /// <summary>How long the account still cools down; a retry waits at least that long, unless <see cref="IsCoolingDown"/> or <see cref="RetryLimits.ClampWait"/> cuts it. <see langword="null"/> for not at all.</summary>
    /// <value>Default: <see langword="null"/>.</value>
    public TimeSpan? CooldownLeft { get; init; }

    /// <summary>Whether the cooldown gate of the account is closed and the policy is not to wait for it.</summary>
    /// <value>Default: no.</value>
    public bool IsCoolingDown { get; init; }

    /// <summary>Whether the caller canceled.</summary>
    /// <value>Default: no.</value>
    public bool Cancelled { get; init; }

    /// <summary>A random number from 0 to 1 for full jitter on backoff; <see langword="null"/> for none. It never shortens a wait that the vendor asks for.</summary>
    /// <value>From 0 to 1. Default: <see langword="null"/>.</value>
    public double? Jitter { get; init; }
}
