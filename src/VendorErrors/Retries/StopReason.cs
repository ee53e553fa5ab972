namespace VendorErrors.Retries;

/// <summary>Why a request is not sent again.</summary>
public enum StopReason
{
    /// <summary>It was not stopped.</summary>
    None = 0,

    /// <summary>Sending again does not fix this kind of error.</summary>
    NotRetryable = 1,

    /// <summary>A non-idempotent write that may have happened: sending it again could do it twice. Check first whether it happened.</summary>
    EffectUnknown = 2,

    /// <summary>It happened.</summary>
    EffectApplied = 3,

    /// <summary>Some of it happened: only the failed items may be sent again, by the caller.</summary>
    EffectPartial = 4,

    /// <summary>The credential was refreshed for this request already.</summary>
    AlreadyRefreshed = 5,

    /// <summary>The content of the request can be sent only once.</summary>
    ContentNotReplayable = 6,

    /// <summary>The vendor's row, or the category, allows no further retry.</summary>
    CodeRetryLimit = 7,

    /// <summary>The policy allows no further retry.</summary>
    MaxRetriesReached = 8,

    /// <summary>The retry budget is used up.</summary>
    BudgetExhausted = 9,

    /// <summary>The vendor asks for a longer wait than the policy allows.</summary>
    WaitExceedsMaximum = 10,

    /// <summary>The wait does not fit into the time that is left.</summary>
    WaitBeyondDeadline = 11,

    /// <summary>The account is cooling down, and the policy is not to wait for that.</summary>
    CoolingDown = 12,

    /// <summary>The caller canceled.</summary>
    Cancelled = 13,

    /// <summary>The credential timed out and there is no new one: nobody refreshes it, or that failed.</summary>
    CredentialNotRefreshed = 14,
}
