namespace VendorErrors.Retries;

/// <summary>
/// The one table that decides whether a request is sent again: error, operation, history and limits in, action, wait and stop
/// reason out. Pure; safe for use by several threads. It never turns an unknown effect into a second non-idempotent write.
/// </summary>
public static class VendorRetryPolicy
{
    /// <summary>Decides after an attempt. Never throws; allocates nothing on a plain success.</summary>
    /// <param name="result">What the answer means.</param>
    /// <param name="operation">What the request is; see <see cref="Vendor.Operation"/>.</param>
    /// <param name="state">What was tried, and what holds now. Default: a first attempt.</param>
    /// <param name="limits">The policy's bounds. Default: <see cref="RetryLimits.Default"/>.</param>
    /// <returns>The action, with the wait before a retry or the reason to stop.</returns>
    /// <example>
    /// <code>
    /// VendorOperation operation = Vendor.Dialnexa.Operation("POST", "/calls");
    /// var state = new RetryState { Retries = retries, TimeLeft = left };
    /// var limits = new RetryLimits { MaxWait = TimeSpan.FromSeconds(20) };
    ///
    /// RetryDecision decision = VendorRetryPolicy.Decide(result, operation, state, limits);
    /// </code>
    /// </example>
    public static RetryDecision Decide(in VendorResult result, VendorOperation operation, in RetryState state = default, RetryLimits? limits = null)
    {
        VendorResult reconsidered = PriorAttemptRule.Reconsider(result, operation, state);
        if (reconsidered.IsSuccess)
        {
            return new RetryDecision(RetryAction.Return, null, StopReason.None, usedOverride: false, reconsidered.Answer?.Advice);
        }

        limits ??= RetryLimits.Default;
        TimeSpan? asked = AskedWait(reconsidered.Retry, state, limits);
        TimeSpan? wait = WaitBeforeSending(reconsidered.Retry, state, limits);
        bool refreshes = reconsidered.Retry.Disposition == RetryDisposition.AfterCredentialRefresh;
        StopReason reason = ByEffect(reconsidered, operation.Safety);
        reason = reason == StopReason.None ? ByDisposition(reconsidered, state) : reason;
        reason = reason == StopReason.None ? ByLimits(reconsidered.Retry, wait ?? TimeSpan.Zero, state, limits) : reason;
        if (reason != StopReason.None)
        {
            // Where the wait itself is the reason, a backoff of ours counts too; a wait that was cut never hides what the vendor asked for.
            bool isForTheWait = reason is StopReason.WaitExceedsMaximum or StopReason.WaitBeyondDeadline;
            return RetryDecision.Stop(reason, isForTheWait ? Later(wait, asked) : asked, reconsidered.Answer?.Advice);
        }

        bool usedOverride = operation.IsOverridden && ByEffect(reconsidered, operation.DefaultSafety) != StopReason.None;
        return new RetryDecision(refreshes ? RetryAction.RefreshThenRetry : RetryAction.Retry, wait, StopReason.None, usedOverride, reconsidered.Answer?.Advice);
    }

    /// <summary>
    /// The answer in the light of what was tried before: after an attempt whose effect is unknown, "already exists" on a create and
    /// "not found" on a delete become a failure whose effect is applied, and every other refusal of a write leaves the effect unknown: it
    /// says nothing about the attempt before. <see cref="Decide"/> does this by itself.
    /// </summary>
    /// <param name="result">What the answer means by itself.</param>
    /// <param name="operation">What the request is.</param>
    /// <param name="state">What was tried.</param>
    public static VendorResult Reconsider(in VendorResult result, VendorOperation operation, in RetryState state) =>
        PriorAttemptRule.Reconsider(result, operation, state);

    /// <summary>How long the vendor wants nothing more from us: the answer's own wait, or a longer one of the account. Null where it names none.</summary>
    internal static TimeSpan? AskedWait(RetryAdvice advice, in RetryState state, RetryLimits limits)
    {
        TimeSpan? own = advice.DoublingWait is not null ? Backoff.WaitFor(advice, state, limits) : advice.MinimumWait;
        return Later(own, state.CooldownLeft > TimeSpan.Zero ? state.CooldownLeft : null);
    }

    private static TimeSpan? WaitBeforeSending(RetryAdvice advice, in RetryState state, RetryLimits limits)
    {
        TimeSpan? wait = advice.Disposition == RetryDisposition.AfterDelay ? Backoff.WaitFor(advice, state, limits) : advice.MinimumWait;
        if (!state.IsCoolingDown && state.CooldownLeft > (wait ?? TimeSpan.Zero))
        {
            wait = state.CooldownLeft;
        }

        return wait > limits.MaxWait && limits.ClampWait ? limits.MaxWait : wait;
    }

    private static TimeSpan? Later(TimeSpan? one, TimeSpan? other) => other is null || one > other ? one : other;

    /// <summary>May the effect exist, and if so, does sending again do harm?</summary>
    private static StopReason ByEffect(in VendorResult result, OperationSafety safety) => result.Effect switch
    {
        Effect.None => StopReason.None,
        Effect.Applied => StopReason.EffectApplied,
        Effect.Partial => StopReason.EffectPartial,
        _ => safety == OperationSafety.NonIdempotentWrite ? StopReason.EffectUnknown : StopReason.None,
    };

    private static StopReason ByDisposition(in VendorResult result, in RetryState state) => result.Retry.Disposition switch
    {
        RetryDisposition.AfterDelay => StopReason.None,
        RetryDisposition.AfterCredentialRefresh => state.Refreshed ? StopReason.AlreadyRefreshed : state.RefreshFailed ? StopReason.CredentialNotRefreshed : StopReason.None,
        _ => result.Category == ErrorCategory.Cancelled ? StopReason.Cancelled : StopReason.NotRetryable,
    };

    /// <summary>Everything that may only turn a yes into a no, in this order.</summary>
    private static StopReason ByLimits(RetryAdvice advice, TimeSpan wait, in RetryState state, RetryLimits limits)
    {
        if (state.ContentIsConsumed)
        {
            return StopReason.ContentNotReplayable;
        }

        // A refresh has a bound of its own, once per request: neither maximum counts against it, and the budget is for vendors that fail.
        if (advice.Disposition != RetryDisposition.AfterCredentialRefresh)
        {
            if (state.Retries >= advice.MaxRetryAttempts)
            {
                return StopReason.CodeRetryLimit;
            }

            if (state.Retries >= limits.MaxRetryAttempts)
            {
                return StopReason.MaxRetriesReached;
            }

            if (state.BudgetExhausted)
            {
                return StopReason.BudgetExhausted;
            }
        }

        if (wait > limits.MaxWait)
        {
            return StopReason.WaitExceedsMaximum;
        }

        if (wait >= state.TimeLeft)
        {
            return StopReason.WaitBeyondDeadline;
        }

        return state.IsCoolingDown ? StopReason.CoolingDown
            : state.Cancelled ? StopReason.Cancelled
            : StopReason.None;
    }
}
