namespace VendorErrors;

/// <summary>What the error says about sending again. Immutable; the default value says never.</summary>
public readonly record struct RetryAdvice
{
    // Apart from their values, because each of three nullable values would fill up to eight bytes for one bit, in every error.
    private readonly TimeSpan _minimumWait;
    private readonly TimeSpan _growingWait;
    private readonly int _maxRetries;
    private readonly bool _hasMinimumWait;
    private readonly bool _hasGrowingWait;
    private readonly bool _hasMaxRetries;

    /// <summary>Creates an advice.</summary>
    /// <param name="disposition">Never, after a wait, or after a credential refresh.</param>
    /// <param name="minimumWait">The least wait that the vendor or the row asks for; <see langword="null"/> where back-off decides.</param>
    /// <param name="waitSource">Where <paramref name="minimumWait"/> was found.</param>
    /// <param name="maxRetries">The most retries the row or category allows; <see langword="null"/> where the policy decides.</param>
    /// <param name="growingWait">The row's wait, where it doubles with each further retry.</param>
    /// <param name="maxRetriesFromRow">Whether <paramref name="maxRetries"/> stands in the vendor's catalog row; otherwise the category sets it.</param>
    public RetryAdvice(
        RetryDisposition disposition,
        TimeSpan? minimumWait = null,
        WaitSource waitSource = WaitSource.None,
        int? maxRetries = null,
        TimeSpan? growingWait = null,
        bool maxRetriesFromRow = false)
    {
        Disposition = disposition;
        _hasMinimumWait = minimumWait.HasValue;
        _minimumWait = minimumWait.GetValueOrDefault();
        WaitSource = waitSource;
        _hasMaxRetries = maxRetries.HasValue;
        _maxRetries = maxRetries.GetValueOrDefault();
        _hasGrowingWait = growingWait.HasValue;
        _growingWait = growingWait.GetValueOrDefault();
        MaxRetriesFromRow = maxRetriesFromRow;
    }

    /// <summary>Never (the default), after a wait, or after a credential refresh.</summary>
    public RetryDisposition Disposition { get; }

    /// <summary>The least wait that the vendor or the row asks for, from 0 to 31 days; <see langword="null"/> where back-off decides.</summary>
    public TimeSpan? MinimumWait => _hasMinimumWait ? _minimumWait : null;

    /// <summary>Where <see cref="MinimumWait"/> was found.</summary>
    public WaitSource WaitSource { get; }

    /// <summary>The most retries (not attempts), 1 or more; <see langword="null"/> where the policy's own maximum decides.</summary>
    public int? MaxRetries => _hasMaxRetries ? _maxRetries : null;

    /// <summary>Whether <see cref="MaxRetries"/> stands in the vendor's catalog row; otherwise the category sets it.</summary>
    public bool MaxRetriesFromRow { get; }

    /// <summary>
    /// The row's wait before the first retry, where it doubles with each further one, as in "wait 1, 2, 4 seconds and so on";
    /// otherwise <see langword="null"/>. A longer <see cref="MinimumWait"/> wins.
    /// </summary>
    public TimeSpan? GrowingWait => _hasGrowingWait ? _growingWait : null;
}
