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

    /// <summary>The same decision about a request that was sent again before only by the caller's own word.</summary>
    internal RetryDecision RecordOverride() => new(Action, Wait, StopReason, usedOverride: true, Advice);

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

    /// <summary>Action, wait and reason; safe to log.</summary>
    public override string ToString() => Action == RetryAction.Stop ? $"stop: {SnakeCase.Of(StopReason)}" : Wait is { } wait ? $"{SnakeCase.Of(Action)} after {wait}" : SnakeCase.Of(Action);
}
