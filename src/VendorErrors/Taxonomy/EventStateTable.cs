using static VendorErrors.EventState;

namespace VendorErrors;

/// <summary>The one table of what each state of an event means.</summary>
internal static class EventStateTable
{
    private static readonly EventStateFacts[] s_facts =
    [
        new(EventState.Unknown, VendorOutcome.Undetermined, IsFinal: false, Effect.Unknown, NextAttempt.Undetermined, Category: null, "not known, or the vendor says that nobody knows"),
        new(Queued, VendorOutcome.Accepted, IsFinal: false, Effect.Applied, NextAttempt.Undetermined, Category: null, "taken on, and not begun"),
        new(InProgress, VendorOutcome.Accepted, IsFinal: false, Effect.Applied, NextAttempt.Undetermined, Category: null, "under way: dialing, sent, handed to an operator"),
        new(Ringing, VendorOutcome.Accepted, IsFinal: false, Effect.Applied, NextAttempt.Undetermined, Category: null, "the phone rings"),
        new(Answered, VendorOutcome.Accepted, IsFinal: false, Effect.Applied, NextAttempt.Undetermined, Category: null, "picked up, and the call goes on"),
        new(Completed, VendorOutcome.Success, IsFinal: true, Effect.Applied, NextAttempt.NotNeeded, Category: null, "the call or session ran, and is over"),
        new(Delivered, VendorOutcome.Success, IsFinal: true, Effect.Applied, NextAttempt.NotNeeded, Category: null, "reached the device or mailbox; `read` may follow"),
        new(Read, VendorOutcome.Success, IsFinal: true, Effect.Applied, NextAttempt.NotNeeded, Category: null, "opened by the recipient"),
        new(NoAnswer, VendorOutcome.Failure, IsFinal: true, Effect.Applied, NextAttempt.Later, Category: null, "rang, and nobody picked up"),
        new(Busy, VendorOutcome.Failure, IsFinal: true, Effect.Applied, NextAttempt.Later, Category: null, "the line was busy"),
        new(Rejected, VendorOutcome.Failure, IsFinal: true, Effect.Applied, NextAttempt.Undetermined, Category: null, "refused by a person, or on the way"),
        new(Canceled, VendorOutcome.Failure, IsFinal: true, Effect.Unknown, NextAttempt.Undetermined, Category: null, "called back by the caller or the program"),
        new(Undelivered, VendorOutcome.Failure, IsFinal: true, Effect.Unknown, NextAttempt.Undetermined, ErrorCategory.VendorUnspecified, "did not reach the recipient"),
        new(Expired, VendorOutcome.Failure, IsFinal: true, Effect.Unknown, NextAttempt.Later, Category: null, "its time was up before it was done"),
        new(Failed, VendorOutcome.Failure, IsFinal: true, Effect.Unknown, NextAttempt.Undetermined, ErrorCategory.VendorUnspecified, "went wrong"),
    ];

    /// <summary>Every state in the order of its number.</summary>
    internal static IReadOnlyList<EventStateFacts> All => s_facts;

    internal static EventStateFacts Of(EventState state) => (uint)state < (uint)s_facts.Length ? s_facts[(int)state] : s_facts[0];

    /// <summary>Whether another attempt may get through where this went wrong.</summary>
    internal static NextAttempt NextAttemptAfter(ErrorCategory category) => category switch
    {
        ErrorCategory.InvalidDestination or ErrorCategory.NotFound or ErrorCategory.Gone => NextAttempt.Never,
        ErrorCategory.RateLimited or ErrorCategory.ConcurrencyLimited => NextAttempt.Soon,
        ErrorCategory.QuotaExhausted or ErrorCategory.VendorInternal or ErrorCategory.VendorUnavailable or ErrorCategory.VendorTimeout or ErrorCategory.VendorUnspecified
            or ErrorCategory.UpstreamFailure => NextAttempt.Later,
        _ => CategoryTable.Of(category).Group is ErrorGroup.Request or ErrorGroup.State or ErrorGroup.Credential or ErrorGroup.Access or ErrorGroup.Limit
            ? NextAttempt.AfterChange
            : NextAttempt.Undetermined,
    };
}
