namespace VendorErrors;

/// <summary>What the error says about sending again. Immutable; the default value says never.</summary>
public readonly record struct RetryAdvice
{
    /// <summary>Creates the advice.</summary>
    /// <param name="disposition">Never, after a wait, or after a credential refresh.</param>
    /// <param name="minimumWait">The least wait that the vendor or the row asks for; <see langword="null"/> where backoff decides.</param>
    /// <param name="waitSource">Where <paramref name="minimumWait"/> was found.</param>
    /// <param name="maxRetryAttempts">The most retries the row or category allows; <see langword="null"/> where the policy decides.</param>
    /// <param name="doublingWait">The row's wait, where it doubles with each further retry.</param>
    /// <param name="maxRetryAttemptsFromCode">Whether <paramref name="maxRetryAttempts"/> comes from the vendor's catalog row; otherwise the category sets it.</param>
    public RetryAdvice(
        RetryDisposition disposition,
        TimeSpan? minimumWait = null,
        WaitSource waitSource = WaitSource.None,
        int? maxRetryAttempts = null,
        TimeSpan? doublingWait = null,
        bool maxRetryAttemptsFromCode = false)
    {
        Disposition = disposition;
        MinimumWait = minimumWait;
        WaitSource = waitSource;
        MaxRetryAttempts = maxRetryAttempts;
        DoublingWait = doublingWait;
        MaxRetryAttemptsFromCode = maxRetryAttemptsFromCode;
    }

    /// <summary>Never (the default), after a wait, or after a credential refresh.</summary>
    public RetryDisposition Disposition { get; }

    /// <summary>The least wait that the vendor or the row asks for, from 0 to 31 days; <see langword="null"/> where backoff decides.</summary>
    public TimeSpan? MinimumWait { get; }

    /// <summary>Where <see cref="MinimumWait"/> was found.</summary>
    public WaitSource WaitSource { get; }

    /// <summary>The most retries (not attempts), 1 or more; <see langword="null"/> where the policy's own maximum decides.</summary>
    public int? MaxRetryAttempts { get; }

    /// <summary>Whether <see cref="MaxRetryAttempts"/> comes from the vendor's catalog row; otherwise the category sets it.</summary>
    public bool MaxRetryAttemptsFromCode { get; }

    /// <summary>
    /// The row's wait before the first retry, where it doubles with each further one, as in "wait 1, 2, 4 seconds and so on";
    /// otherwise <see langword="null"/>. A longer <see cref="MinimumWait"/> wins.
    /// </summary>
    public TimeSpan? DoublingWait { get; }
}
