namespace VendorErrors.Retries;

/// <summary>What a worker does with the message of a queue; see <see cref="RetryDecision.ForQueue"/>. Immutable; the default value is to check first.</summary>
public readonly record struct QueueDecision
{
    private QueueDecision(QueueAction action, in RetryDecision decision)
    {
        Action = action;
        Wait = action == QueueAction.Requeue ? decision.Wait : null;
        Reason = decision.StopReason;
        Advice = decision.Advice;
    }

    /// <summary>What to do with the message.</summary>
    public QueueAction Action { get; }

    /// <summary>
    /// How long the message must not be delivered again, counted from the decision; <see langword="null"/> where nobody asks for a wait, and where
    /// the message is not re-queued. Then the queue's own delay will do.
    /// </summary>
    public TimeSpan? Wait { get; }

    /// <summary>Why the request was not sent again; <see cref="StopReason.None"/> where it was not stopped.</summary>
    public StopReason Reason { get; }

    /// <summary>What a person should do.</summary>
    public Advice? Advice { get; }

    /// <summary>The time before which the message must not be delivered again; <see langword="null"/> where there is no <see cref="Wait"/>.</summary>
    /// <param name="decidedAt">When the decision was made: now, where it was just made.</param>
    public DateTimeOffset? NotBefore(DateTimeOffset decidedAt) => Wait is { } wait ? decidedAt + wait : null;

    /// <summary>Action, wait and reason; safe to log.</summary>
    public override string ToString() => $"{SnakeCase.Of(Action)}{(Wait is { } wait ? $" after {wait}" : string.Empty)}{(Reason == StopReason.None ? string.Empty : $": {SnakeCase.Of(Reason)}")}";

    internal static QueueDecision Of(in RetryDecision decision, in VendorResult result, VendorOperation operation) => new(ActionOf(decision, result, operation), decision);

    private static QueueAction ActionOf(in RetryDecision decision, in VendorResult result, VendorOperation operation) => decision.Action switch
    {
        RetryAction.Return => result.IsSuccess ? QueueAction.Acknowledge : QueueAction.CheckFirst,
        RetryAction.Retry or RetryAction.RefreshThenRetry => Again(result, operation),
        _ => decision.StopReason switch
        {
            StopReason.EffectApplied => QueueAction.Acknowledge,
            StopReason.EffectPartial => QueueAction.DeadLetter,
            StopReason.NotRetryable => result.Outcome == VendorOutcome.Undetermined ? QueueAction.CheckFirst : QueueAction.DeadLetter,

            // The message is sound and the vendor, the account or the time is not: the queue's own limit of deliveries ends it.
            StopReason.AlreadyRefreshed or StopReason.CredentialNotRefreshed => Again(result, operation),
            StopReason.CodeRetryLimit or StopReason.MaxRetriesReached or StopReason.BudgetExhausted => Again(result, operation),
            StopReason.WaitExceedsMaximum or StopReason.WaitBeyondDeadline or StopReason.CoolingDown => Again(result, operation),
            StopReason.Cancelled => Again(result, operation),

            // The next delivery makes its content itself.
            StopReason.ContentNotReplayable => Again(result, operation),

            // The ledger remembers, so that the next delivery under the same id is no second request.
            StopReason.InFlight or StopReason.AwaitingProbe or StopReason.LedgerUnavailable => UnderTheSameId(result),
            StopReason.CallIdConflict => QueueAction.DeadLetter,

            // EffectUnknown, no reason at all, and reasons that this version does not know.
            _ => QueueAction.CheckFirst,
        },
    };

    private static QueueAction UnderTheSameId(in VendorResult result) => result.Effect switch
    {
        Effect.Applied => QueueAction.Acknowledge,
        Effect.Partial => QueueAction.DeadLetter,
        _ => result.IsFailure ? QueueAction.Requeue : QueueAction.CheckFirst,
    };

    /// <summary>Delivered again it is another request, with another idempotency key: that is harmless only where nothing was done, or where doing it twice does nothing.</summary>
    private static QueueAction Again(in VendorResult result, VendorOperation operation) => result.Effect switch
    {
        Effect.None => QueueAction.Requeue,
        Effect.Applied => QueueAction.Acknowledge,
        Effect.Partial => QueueAction.DeadLetter,
        _ => operation.Safety is OperationSafety.Read or OperationSafety.Idempotent ? QueueAction.Requeue : QueueAction.CheckFirst,
    };
}
