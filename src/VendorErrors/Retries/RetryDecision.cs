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

    /// <summary>The same answer, stopped for a reason that came up later.</summary>
    internal RetryDecision StopFor(StopReason reason, TimeSpan? wait = null) => new(RetryAction.Stop, wait ?? Wait, reason, usedOverride: false, StopAdvice.Of(reason, Advice));

    /// <summary>What to do.</summary>
    public RetryAction Action { get; }

    /// <summary>How long to wait before sending again; on a stop for the sake of the wait, how long it would have been; otherwise <see langword="null"/>.</summary>
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
