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

    /// <summary>
    /// The call ledger says that another delivery of this call is on its way, so this one was not sent. Deliver it again under the same id, after the wait.
    /// </summary>
    InFlight = 15,

    /// <summary>
    /// The call ledger says that nobody knows whether this call happened, and a probe will ask the vendor: not before the wait. Deliver it again
    /// under the same id.
    /// </summary>
    AwaitingProbe = 16,

    /// <summary>The call ledger could not be reached, so nothing was sent; an earlier delivery may have been. Deliver it again under the same id.</summary>
    LedgerUnavailable = 17,

    /// <summary>The call ledger knows this call id from another request, so nothing was sent. An id belongs to one request.</summary>
    CallIdConflict = 18,
}
