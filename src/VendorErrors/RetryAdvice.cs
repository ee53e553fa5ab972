using System.Runtime.InteropServices;

namespace VendorErrors;

/// <summary>What the error says about sending again. Immutable; the default value says never.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RetryAdvice
{
    // Of bytes, and apart from their values, because every error holds one: nullable values and integers would double its size.
    private readonly TimeSpan _minimumWait;
    private readonly TimeSpan _growingWait;
    private readonly int _maxRetries;
    private readonly byte _disposition;
    private readonly byte _waitSource;
    private readonly Given _given;

    /// <summary>Creates the advice.</summary>
    /// <param name="disposition">Never, after a wait, or after a credential refresh.</param>
    /// <param name="minimumWait">The least wait that the vendor or the row asks for; <see langword="null"/> where backoff decides.</param>
    /// <param name="waitSource">Where <paramref name="minimumWait"/> was found.</param>
    /// <param name="maxRetries">The most retries the row or category allows; <see langword="null"/> where the policy decides.</param>
    /// <param name="growingWait">The row's wait, where it doubles with each further retry.</param>
    /// <param name="maxRetriesFromRow">Whether <paramref name="maxRetries"/> comes from the vendor's catalog row; otherwise the category sets it.</param>
    public RetryAdvice(
        RetryDisposition disposition,
        TimeSpan? minimumWait = null,
        WaitSource waitSource = WaitSource.None,
        int? maxRetries = null,
        TimeSpan? growingWait = null,
        bool maxRetriesFromRow = false)
    {
        _disposition = (byte)disposition;
        _minimumWait = minimumWait.GetValueOrDefault();
        _waitSource = (byte)waitSource;
        _maxRetries = maxRetries.GetValueOrDefault();
        _growingWait = growingWait.GetValueOrDefault();
        _given = (minimumWait.HasValue ? Given.MinimumWait : Given.Nothing)
            | (maxRetries.HasValue ? Given.MaxRetryAttempts : Given.Nothing)
            | (growingWait.HasValue ? Given.DoublingWait : Given.Nothing)
            | (maxRetriesFromRow ? Given.MaxRetriesFromRow : Given.Nothing);
    }

    [Flags]
    private enum Given : byte
    {
        Nothing = 0,
        MinimumWait = 1,
        MaxRetryAttempts = 2,
        DoublingWait = 4,
        MaxRetriesFromRow = 8,
    }

    /// <summary>Never (the default), after a wait, or after a credential refresh.</summary>
    public RetryDisposition Disposition => (RetryDisposition)_disposition;

    /// <summary>The least wait that the vendor or the row asks for, from 0 to 31 days; <see langword="null"/> where backoff decides.</summary>
    public TimeSpan? MinimumWait => (_given & Given.MinimumWait) != Given.Nothing ? _minimumWait : null;

    /// <summary>Where <see cref="MinimumWait"/> was found.</summary>
    public WaitSource WaitSource => (WaitSource)_waitSource;

    /// <summary>The most retries (not attempts), 1 or more; <see langword="null"/> where the policy's own maximum decides.</summary>
    public int? MaxRetryAttempts => (_given & Given.MaxRetryAttempts) != Given.Nothing ? _maxRetries : null;

    /// <summary>Whether <see cref="MaxRetryAttempts"/> comes from the vendor's catalog row; otherwise the category sets it.</summary>
    public bool MaxRetryAttemptsFromCode => (_given & Given.MaxRetriesFromRow) != Given.Nothing;

    /// <summary>
    /// The row's wait before the first retry, where it doubles with each further one, as in "wait 1, 2, 4 seconds and so on";
    /// otherwise <see langword="null"/>. A longer <see cref="MinimumWait"/> wins.
    /// </summary>
    public TimeSpan? DoublingWait => (_given & Given.DoublingWait) != Given.Nothing ? _growingWait : null;
}
