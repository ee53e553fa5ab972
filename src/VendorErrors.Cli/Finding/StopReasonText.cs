using VendorErrors.Retries;

namespace VendorErrors.Cli.Finding;

/// <summary>What a stop reason means, and what to do about it: the words of the page about retries.</summary>
/// <param name="Reason">The reason.</param>
/// <param name="Meaning">What it means.</param>
/// <param name="WhatToDo">What a person or program does next.</param>
internal sealed record StopReasonText(StopReason Reason, string Meaning, string WhatToDo)
{
    /// <summary>Every reason in the order of its number.</summary>
    internal static IReadOnlyList<StopReasonText> All { get; } =
    [
        new(StopReason.None, "it was not stopped", "nothing"),
        new(StopReason.NotRetryable, "sending again does not fix it", "see the advice of the error"),
        new(StopReason.EffectUnknown, "a non-idempotent write may have happened", "check first whether it did"),
        new(StopReason.EffectApplied, "it happened", "use what is there"),
        new(StopReason.EffectPartial, "some of it happened", "send only the failed items, as a new request"),
        new(StopReason.AlreadyRefreshed, "the new credential was refused too", "check the account"),
        new(StopReason.ContentNotReplayable, "the content can be sent only once", "raise ReplayLimit, or use a seekable stream"),
        new(StopReason.CodeRetryLimit, "the vendor's row, or the category, allows no more", "see the error"),
        new(StopReason.MaxRetriesReached, "MaxRetryAttempts is reached", "see the error"),
        new(StopReason.BudgetExhausted, "the budget is empty", "check whether the vendor is down"),
        new(StopReason.WaitExceedsMaximum, "the vendor asks for more than MaxWait", "send it again after that wait"),
        new(StopReason.WaitBeyondDeadline, "the wait does not fit into TotalTimeout", "send it again after that wait"),
        new(StopReason.CoolingDown, "the account cools down: not sent, or not again", "wait until NotBefore of the exception"),
        new(StopReason.Cancelled, "the caller canceled", "check first whether it happened"),
        new(StopReason.CredentialNotRefreshed, "nobody refreshes the credential, or that failed", "sign in"),
        new(StopReason.InFlight, "another delivery of this call is on its way", "deliver it again under the same id"),
        new(StopReason.AwaitingProbe, "nobody knows whether it happened, and the vendor will be asked", "deliver it again under the same id, after the wait"),
        new(StopReason.LedgerUnavailable, "the ledger could not be reached, so nothing was sent", "deliver it again under the same id"),
        new(StopReason.CallIdConflict, "the call id belongs to another request", "use one id for one request"),
    ];
}
