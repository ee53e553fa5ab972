namespace VendorErrors.Retries;

/// <summary>What a person should do about a stop that has nothing to do with the kind of error.</summary>
internal static class StopAdvice
{
    private static readonly Advice s_lookFirst = new("Check first whether it happened; sending it again could do it twice.", Audience.Program);
    private static readonly Advice s_later = new("Send again later, not before the wait that the vendor asks for.", Audience.Program);
    private static readonly Advice s_enough = new("Retries are exhausted; look at the error itself.", Audience.Operator);
    private static readonly Advice s_content = new("Raise ReplayLimit, or use replayable content: a stream that can seek.", Audience.Developer);
    private static readonly Advice s_credential = new("The new credential was refused too: check the account.", Audience.Operator);

    private static readonly Advice s_signIn = new("Get a new credential; the refresh is missing or failed.", Audience.Operator);

    internal static Advice? Of(StopReason reason, Advice? ofError) => reason switch
    {
        StopReason.EffectUnknown => s_lookFirst,
        StopReason.WaitExceedsMaximum or StopReason.WaitBeyondDeadline or StopReason.CoolingDown => s_later,
        StopReason.CodeRetryLimit or StopReason.MaxRetriesReached or StopReason.BudgetExhausted => s_enough,
        StopReason.ContentNotReplayable => s_content,
        StopReason.AlreadyRefreshed => s_credential,
        StopReason.CredentialNotRefreshed => s_signIn,
        _ => ofError,
    };
}
