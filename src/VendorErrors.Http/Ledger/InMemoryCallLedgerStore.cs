namespace VendorErrors.Http;

/// <summary>
/// The entries of one process, for tests and for trying it: they are lost with the process, so that this store keeps nobody from being called twice
/// by a fleet. Safe for use by several threads.
/// </summary>
/// <param name="time">The clock. Default: the system's.</param>
public sealed class InMemoryCallLedgerStore(TimeProvider? time = null) : ICallLedgerStore
{
    private readonly object _lock = new();
    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private readonly Dictionary<string, Kept> _entries = new(StringComparer.Ordinal);
    private byte[]? _secret;

    /// <inheritdoc/>
    public ValueTask<LedgerAddition> AddAsync(LedgerEntry entry, TimeSpan lease, DateTimeOffset createdAt, TimeSpan retention, CancellationToken cancellationToken)
    {
        _ = entry ?? throw new ArgumentNullException(nameof(entry));
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            if (_entries.TryGetValue(entry.Key, out Kept? kept))
            {
                return new(LedgerAddition.Exists(Read(kept)));
            }

            DateTimeOffset now = _time.GetUtcNow();
            if (now - createdAt > retention)
            {
                return new(LedgerAddition.TooOld);
            }

            _entries.Add(entry.Key, new Kept(entry, now + lease, now, DateTimeOffset.MaxValue));
            return new(LedgerAddition.Added);
        }
    }

    /// <inheritdoc/>
    public ValueTask<LedgerEntry?> FindAsync(string key, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            return new(_entries.TryGetValue(key, out Kept? kept) ? Read(kept) : null);
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> ReplaceAsync(LedgerEntry entry, LedgerEntry expected, TimeSpan lease, TimeSpan keep, CancellationToken cancellationToken)
    {
        _ = entry ?? throw new ArgumentNullException(nameof(entry));
        _ = expected ?? throw new ArgumentNullException(nameof(expected));
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            if (!_entries.TryGetValue(entry.Key, out Kept? kept) || kept.Entry.Version != expected.Version || kept.Entry.Owner != expected.Owner)
            {
                return new(false);
            }

            DateTimeOffset now = _time.GetUtcNow();
            bool isFinal = entry.State is LedgerState.Done or LedgerState.Refused;
            _entries[entry.Key] = new Kept(
                entry, lease > TimeSpan.Zero ? now + lease : null, entry.State == kept.Entry.State ? kept.Since : now, isFinal ? now + keep : DateTimeOffset.MaxValue);
            return new(true);
        }
    }

    /// <inheritdoc/>
    public ValueTask<byte[]> GetOrAddSecretAsync(byte[] proposed, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return new(_secret ??= proposed);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<LedgerEntry>> ListAsync(LedgerState? state, TimeSpan olderThan, int most, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return new([.. _entries.Values.OrderBy(kept => kept.Since).Select(Read).Where(entry => (state is null || entry.State == state) && entry.Age >= olderThan).Take(most)]);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyDictionary<LedgerState, long>> CountAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return new(_entries.Values.GroupBy(kept => kept.Entry.State).ToDictionary(group => group.Key, group => group.LongCount()));
        }
    }

    /// <inheritdoc/>
    public ValueTask<int> PurgeAsync(int most, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            DateTimeOffset now = _time.GetUtcNow();
            string[] over = [.. _entries.Where(pair => pair.Value.KeepUntil <= now).Take(most).Select(pair => pair.Key)];
            foreach (string key in over)
            {
                _entries.Remove(key);
            }

            return new(over.Length);
        }
    }

    private LedgerEntry Read(Kept kept)
    {
        DateTimeOffset now = _time.GetUtcNow();
        return kept.Entry with { LeaseLeft = kept.LeaseUntil is { } until ? until - now : TimeSpan.Zero, Age = now - kept.Since };
    }

    private sealed record Kept(LedgerEntry Entry, DateTimeOffset? LeaseUntil, DateTimeOffset Since, DateTimeOffset KeepUntil);
}
