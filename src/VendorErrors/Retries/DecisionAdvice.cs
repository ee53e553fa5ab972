namespace VendorErrors.Retries;

/// <summary>The texts for people about a decision: what to do about a stop, and after an earlier attempt, whatever the kind of error.</summary>
internal static class DecisionAdvice
{
    /// <summary>An earlier attempt probably created it.</summary>
    internal static readonly Advice UseExisting = new("An earlier attempt probably succeeded; use the existing one.", Audience.Program);

    /// <summary>An earlier attempt probably deleted it.</summary>
    internal static readonly Advice IsDeleted = new("An earlier attempt probably succeeded; it is deleted.", Audience.Program);

    /// <summary>A refusal that says nothing about the attempts before it.</summary>
    internal static readonly Advice CheckEarlierAttempt = new("Check first whether it happened; this refusal is about the last address and attempt only.", Audience.Program);

    private static readonly Advice s_checkFirst = new("Check first whether it happened; sending it again could do it twice.", Audience.Program);
    private static readonly Advice s_later = new("Send it again later, after the wait that the vendor asks for.", Audience.Program);
    private static readonly Advice s_exhausted = new("Retries exhausted; see the error itself.", Audience.Operator);
    private static readonly Advice s_content = new("Raise ReplayLimit, or use replayable content: a stream that can seek.", Audience.Developer);
    private static readonly Advice s_account = new("The new credential was refused too; check the account.", Audience.Operator);
    private static readonly Advice s_signIn = new("Get a new credential; the refresh is missing or failed.", Audience.Operator);

    private static readonly Advice s_sameId = new("Deliver it again later under the same call id; the ledger keeps it from being sent twice.", Audience.Program);
    private static readonly Advice s_conflict = new("Use one call id for one request; this id belongs to another vendor, account, address or content.", Audience.Developer);

    /// <summary>What to do about a stop; the advice of the error where the stop adds nothing to it.</summary>
    internal static Advice? Of(StopReason reason, Advice? ofError) => reason switch
    {
        StopReason.EffectUnknown => s_checkFirst,
        StopReason.WaitExceedsMaximum or StopReason.WaitBeyondDeadline or StopReason.CoolingDown => s_later,
        StopReason.CodeRetryLimit or StopReason.MaxRetriesReached or StopReason.BudgetExhausted => s_exhausted,
        StopReason.ContentNotReplayable => s_content,
        StopReason.AlreadyRefreshed => s_account,
        StopReason.CredentialNotRefreshed => s_signIn,
        StopReason.InFlight or StopReason.AwaitingProbe or StopReason.LedgerUnavailable => s_sameId,
        StopReason.CallIdConflict => s_conflict,
        _ => ofError,
    };
}
