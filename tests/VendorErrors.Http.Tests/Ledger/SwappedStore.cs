namespace VendorErrors.Http.Tests.Ledger;

/// <summary>A store that is another one from some time on, as after a loss.</summary>
internal sealed class SwappedStore(ICallLedgerStore present) : ICallLedgerStore
{
    public ICallLedgerStore Present { get; set; } = present;

    public ValueTask<LedgerAddition> AddAsync(LedgerEntry entry, TimeSpan lease, DateTimeOffset createdAt, TimeSpan retention, CancellationToken cancellationToken) =>
        Present.AddAsync(entry, lease, createdAt, retention, cancellationToken);

    public ValueTask<LedgerEntry?> FindAsync(string key, CancellationToken cancellationToken) => Present.FindAsync(key, cancellationToken);

    public ValueTask<bool> ReplaceAsync(LedgerEntry entry, LedgerEntry expected, TimeSpan lease, TimeSpan keep, CancellationToken cancellationToken) =>
        Present.ReplaceAsync(entry, expected, lease, keep, cancellationToken);

    public ValueTask<byte[]> GetOrAddSecretAsync(byte[] proposed, CancellationToken cancellationToken) => Present.GetOrAddSecretAsync(proposed, cancellationToken);

    public ValueTask<IReadOnlyList<LedgerEntry>> ListAsync(LedgerState? state, TimeSpan olderThan, int most, CancellationToken cancellationToken) =>
        Present.ListAsync(state, olderThan, most, cancellationToken);

    public ValueTask<IReadOnlyDictionary<LedgerState, long>> CountAsync(CancellationToken cancellationToken) => Present.CountAsync(cancellationToken);

    public ValueTask<int> PurgeAsync(int most, CancellationToken cancellationToken) => Present.PurgeAsync(most, cancellationToken);
}
