namespace VendorErrors.Http;

/// <summary>
/// Keeps the entries of the call ledger, and decides nothing: <see cref="CallLedger"/> does. Its writes are compare-and-set, are durable when they
/// return, and belong to no transaction of the caller's. All times are lengths by the store's own clock.
/// </summary>
/// <remarks>
/// <para>Threads: all methods are called by several threads at once.</para>
/// <para>Errors: any exception means that the store could not be reached, or that nobody knows whether it wrote. A <see cref="CallLedgerStoreException"/> says which kind of failure it was.</para>
/// </remarks>
public interface ICallLedgerStore
{
    /// <summary>
    /// Adds an entry unless there is one of its key, in one step. Where there is none, and the message is older than <paramref name="retention"/>, adds
    /// nothing: its entry may have been purged.
    /// </summary>
    /// <param name="entry">The entry, of version 1.</param>
    /// <param name="lease">How long its lease runs, from now.</param>
    /// <param name="createdAt">When the message was created.</param>
    /// <param name="retention">For how long an entry that is final is kept at least.</param>
    /// <param name="cancellationToken">Canceled when the caller's patience is over.</param>
    ValueTask<LedgerAddition> AddAsync(LedgerEntry entry, TimeSpan lease, DateTimeOffset createdAt, TimeSpan retention, CancellationToken cancellationToken);

    /// <summary>The entry of a key; <see langword="null"/> where there is none.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">Canceled when the caller's patience is over.</param>
    ValueTask<LedgerEntry?> FindAsync(string key, CancellationToken cancellationToken);

    /// <summary>Replaces an entry, if it still has the version and the owner that are expected, in one step. Its age begins again where its state changes.</summary>
    /// <param name="entry">The new entry, of the next version.</param>
    /// <param name="expected">The entry that was read.</param>
    /// <param name="lease">How long its lease runs, from now; zero for none.</param>
    /// <param name="keep">For how long it has to be kept from now on, where it is <see cref="LedgerState.Done"/> or <see cref="LedgerState.Refused"/>; others are kept for ever.</param>
    /// <param name="cancellationToken">Canceled when the caller's patience is over.</param>
    /// <returns>Whether it was replaced.</returns>
    ValueTask<bool> ReplaceAsync(LedgerEntry entry, LedgerEntry expected, TimeSpan lease, TimeSpan keep, CancellationToken cancellationToken);

    /// <summary>The secret of the fleet, for its keyed hashes: the one that the store has, or the proposed one, which it keeps from then on.</summary>
    /// <param name="proposed">A random secret of 32 bytes, or a mark of 33 bytes by which one that is not kept here is recognized.</param>
    /// <param name="cancellationToken">Canceled when the caller's patience is over.</param>
    ValueTask<byte[]> GetOrAddSecretAsync(byte[] proposed, CancellationToken cancellationToken);

    /// <summary>Entries, the oldest of their state first.</summary>
    /// <param name="state">The state; <see langword="null"/> for all.</param>
    /// <param name="olderThan">Only those that have been in their state for so long.</param>
    /// <param name="most">How many at the most.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    ValueTask<IReadOnlyList<LedgerEntry>> ListAsync(LedgerState? state, TimeSpan olderThan, int most, CancellationToken cancellationToken);

    /// <summary>How many entries there are of each state.</summary>
    /// <param name="cancellationToken">The caller's token.</param>
    ValueTask<IReadOnlyDictionary<LedgerState, long>> CountAsync(CancellationToken cancellationToken);

    /// <summary>Takes away entries whose time to be kept is over, unless the store does that by itself. Never one of <see cref="LedgerState.Sending"/> or <see cref="LedgerState.Unknown"/>.</summary>
    /// <param name="most">How many at the most.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    /// <returns>How many were taken away.</returns>
    ValueTask<int> PurgeAsync(int most, CancellationToken cancellationToken);
}
