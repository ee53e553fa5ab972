namespace VendorErrors.Retries;

/// <summary>What to do with an answer. The default value is to stop.</summary>
public enum RetryAction
{
    /// <summary>Give the answer to the caller and do not send again; <see cref="RetryDecision.StopReason"/> says why.</summary>
    Stop = 0,

    /// <summary>Give the answer to the caller: all that was asked was done, or will be.</summary>
    Return = 1,

    /// <summary>Wait, then send again.</summary>
    Retry = 2,

    /// <summary>Refresh the credential, then send again.</summary>
    RefreshThenRetry = 3,
}
