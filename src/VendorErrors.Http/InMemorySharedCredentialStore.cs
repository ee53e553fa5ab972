namespace VendorErrors.Http;

/// <summary>A store within one process, for tests of what shares a credential. Safe for use by several threads.</summary>
/// <param name="time">The clock of leases and pauses. Default: the system's.</param>
public sealed class InMemorySharedCredentialStore(TimeProvider? time = null) : ISharedCredentialStore
{
    private readonly object _lock = new();
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly TimeProvider _time = time ?? TimeProvider.System;

    /// <inheritdoc/>
    public ValueTask<SharedCredentialState> TryBeginAsync(string name, long refusedVersion, string owner, TimeSpan lease, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (!_entries.TryGetValue(name, out Entry? entry))
            {
                _entries[name] = entry = new Entry();
            }

            DateTimeOffset now = _time.GetUtcNow();
            SharedCredentialState state;
            if (entry.Version > refusedVersion)
            {
                state = new(SharedCredentialStep.Adopt, entry.Version, entry.Secret, TimeSpan.Zero);
            }
            else if (entry.PausedUntil > now)
            {
                state = new(SharedCredentialStep.Paused, entry.Version, null, entry.PausedUntil - now);
            }
            else if (entry.Owner is not null && entry.LeaseUntil > now)
            {
                state = new(SharedCredentialStep.Wait, entry.Version, null, entry.LeaseUntil - now);
            }
            else
            {
                (entry.Owner, entry.LeaseUntil) = (owner, now + lease);
                state = new(SharedCredentialStep.Lead, entry.Version, entry.Secret, TimeSpan.Zero);
            }

            return new(state);
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> RenewAsync(string name, string owner, TimeSpan lease, CancellationToken cancellationToken) =>
        new(Change(name, owner, entry => entry.LeaseUntil = _time.GetUtcNow() + lease));

    /// <inheritdoc/>
    public ValueTask<bool> CommitAsync(string name, string owner, long version, byte[] secret, CancellationToken cancellationToken) =>
        new(Change(name, owner, entry => (entry.Version, entry.Secret, entry.Owner) = (version, secret, null)));

    /// <inheritdoc/>
    public ValueTask FailAsync(string name, string owner, TimeSpan pause, CancellationToken cancellationToken)
    {
        Change(name, owner, entry => (entry.PausedUntil, entry.Owner) = (_time.GetUtcNow() + pause, null));
        return default;
    }

    private bool Change(string name, string owner, Action<Entry> change)
    {
        lock (_lock)
        {
            if (!_entries.TryGetValue(name, out Entry? entry) || entry.Owner != owner)
            {
                return false;
            }

            change(entry);
            return true;
        }
    }

    private sealed class Entry
    {
        public long Version { get; set; }

        public byte[]? Secret { get; set; }

        public string? Owner { get; set; }

        public DateTimeOffset LeaseUntil { get; set; }

        public DateTimeOffset PausedUntil { get; set; }
    }
}
