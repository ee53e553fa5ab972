namespace VendorErrors.Retries;

/// <summary>What to do with an answer, when, and why. Immutable; the default value is to stop.</summary>
public readonly record struct RetryDecision
{
    internal RetryDecision(RetryAction action, TimeSpan? wait, StopReason stopReason, bool usedOverride, Advice? advice)
    {
        Action = action;
        Wait = wait;
        StopReason = stopReason;
        UsedOverride = usedOverride;
        Advice = advice;
    }

    /// <summary>The answer is given to the caller, because all that was asked was done. For unit tests, and for a policy of your own.</summary>
    public static RetryDecision Return() => new(RetryAction.Return, null, StopReason.None, usedOverride: false, advice: null);

    /// <summary>It is sent again. For unit tests, and for a policy of your own.</summary>
    /// <param name="wait">After how long. Default: at once.</param>
    /// <exception cref="ArgumentOutOfRangeException">The wait is negative.</exception>
    public static RetryDecision Retry(TimeSpan? wait = null) => new(RetryAction.Retry, Checked(wait), StopReason.None, usedOverride: false, advice: null);

    /// <summary>The credential is refreshed, and then it is sent again. For unit tests, and for a policy of your own.</summary>
    public static RetryDecision RefreshThenRetry() => new(RetryAction.RefreshThenRetry, null, StopReason.None, usedOverride: false, advice: null);

    /// <summary>It is not sent again. For unit tests, and for a policy of your own.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="wait">The wait that the vendor asks for; dropped where the reason rules out that this request is sent later. Default: none.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such reason, or the wait is negative.</exception>
    public static RetryDecision Stop(StopReason reason, TimeSpan? wait = null) => reason is > StopReason.None and <= StopReason.CallIdConflict
        ? Stop(reason, Checked(wait), ofError: null)
        : throw new ArgumentOutOfRangeException(nameof(reason), reason, "A stop has one of the reasons.");

    /// <summary>
    /// What a worker does with the message of a queue: acknowledge, re-queue, check first whether it happened, or put it aside. Pure. A message
    /// that is delivered again makes a new request with a new idempotency key, so that a keyed write whose effect is unknown is to be checked too.
    /// </summary>
    /// <param name="result">What the answer, or the exception, means.</param>
    /// <param name="operation">What the request is; see <see cref="Vendor.Operation"/>. Default: a plain write, which is never re-queued while its effect is unknown.</param>
    /// <example>
    /// <code>
    /// QueueDecision next = decision.ForQueue(result);
    /// </code>
    /// </example>
    public QueueDecision ForQueue(in VendorResult result, VendorOperation operation = default) => QueueDecision.Of(this, result, operation);

    private static TimeSpan? Checked(TimeSpan? wait) => wait < TimeSpan.Zero ? throw new ArgumentOutOfRangeException(nameof(wait), wait, "A wait is not negative.") : wait;

    /// <summary>The same decision about a request that was sent again before only by the caller's own word.</summary>
    internal RetryDecision RecordOverride() => new(Action, Wait, StopReason, usedOverride: true, Advice) { Source = Source };

    /// <summary>The same decision, made because of what the call ledger knows.</summary>
    internal RetryDecision FromLedger() => this with { Source = DecisionSource.Ledger };

    /// <summary>
    /// A stop. The wait that the vendor asks for stays on it where this very request may be sent later; where sending it again is ruled
    /// out there is none, so that nobody reads a time to wait for as a permission.
    /// </summary>
    internal static RetryDecision Stop(StopReason reason, TimeSpan? wait, Advice? ofError) =>
        new(RetryAction.Stop, MayBeSentLater(reason) ? wait : null, reason, usedOverride: false, DecisionAdvice.Of(reason, ofError));

    private static bool MayBeSentLater(StopReason reason) =>
        reason is not (StopReason.NotRetryable or StopReason.EffectUnknown or StopReason.EffectApplied or StopReason.EffectPartial);

    /// <summary>What to do.</summary>
    public RetryAction Action { get; }

    /// <summary>
    /// How long to wait before sending again. On a stop: how long the vendor wants this request not to be sent again, so that a queue can
    /// come back in time; <see langword="null"/> where the vendor names no wait, and where sending it again is ruled out.
    /// </summary>
    public TimeSpan? Wait { get; }

    /// <summary>Why it is not sent again.</summary>
    public StopReason StopReason { get; }

    /// <summary>Whether only the caller's own word on the request's safety made this a yes.</summary>
    public bool UsedOverride { get; }

    /// <summary>What a person should do.</summary>
    public Advice? Advice { get; }

    /// <summary>Whether it is about an answer that came now, or about what the call ledger knows of an earlier delivery.</summary>
    public DecisionSource Source { get; private init; }

    /// <summary>Action, wait and reason; safe to log.</summary>
    public override string ToString() => Action == RetryAction.Stop ? $"stop: {SnakeCase.Of(StopReason)}" : Wait is { } wait ? $"{SnakeCase.Of(Action)} after {wait}" : SnakeCase.Of(Action);
}
