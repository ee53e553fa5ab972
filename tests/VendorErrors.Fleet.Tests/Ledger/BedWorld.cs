using VendorErrors.Http.Tests.Ledger.Explorer;

namespace VendorErrors.Fleet.Tests.Ledger;

/// <summary>
/// A real store in the explorer's time. Each run has a key of its own. Times are given in whole seconds, because two orders that lead to the same state
/// have to look the same, however long the server took.
/// </summary>
internal sealed class BedWorld(LedgerBed bed, Clock clock) : ILedgerWorld, ICallLedgerStore
{
    private readonly string _key = $"{Guid.NewGuid():N}{Guid.NewGuid():N}".ToUpperInvariant();

    public ICallLedgerStore Store => this;

    public async ValueTask PassAsync(string key, TimeSpan time) => await bed.PassAsync(_key, time);

    public async ValueTask ForgetAsync(string key) => await bed.ForgetAsync(_key);

    public async ValueTask<LedgerAddition> AddAsync(LedgerEntry entry, TimeSpan lease, DateTimeOffset createdAt, TimeSpan retention, CancellationToken cancellationToken)
    {
        LedgerAddition addition = await bed.Store.AddAsync(entry with { Key = _key }, lease, DateTimeOffset.UtcNow + (createdAt - clock.GetUtcNow()), retention, cancellationToken);
        return addition.Existing is { } existing ? LedgerAddition.Exists(Seen(existing, entry.Key)) : addition;
    }

    public async ValueTask<LedgerEntry?> FindAsync(string key, CancellationToken cancellationToken) =>
        await bed.Store.FindAsync(_key, cancellationToken) is { } entry ? Seen(entry, key) : null;

    public async ValueTask<bool> ReplaceAsync(LedgerEntry entry, LedgerEntry expected, TimeSpan lease, TimeSpan keep, CancellationToken cancellationToken) =>
        await bed.Store.ReplaceAsync(entry with { Key = _key }, expected with { Key = _key }, lease, keep, cancellationToken);

    // The same for all runs, and no step of any.
    public ValueTask<byte[]> GetOrAddSecretAsync(byte[] proposed, CancellationToken cancellationToken) => new(proposed);

    public ValueTask<IReadOnlyList<LedgerEntry>> ListAsync(LedgerState? state, TimeSpan olderThan, int most, CancellationToken cancellationToken) =>
        bed.Store.ListAsync(state, olderThan, most, cancellationToken);

    public ValueTask<IReadOnlyDictionary<LedgerState, long>> CountAsync(CancellationToken cancellationToken) => bed.Store.CountAsync(cancellationToken);

    public ValueTask<int> PurgeAsync(int most, CancellationToken cancellationToken) => bed.Store.PurgeAsync(most, cancellationToken);

    private static LedgerEntry Seen(LedgerEntry entry, string key) => entry with { Key = key, LeaseLeft = Seconds(entry.LeaseLeft), Age = Seconds(entry.Age) };

    private static TimeSpan Seconds(TimeSpan time) => TimeSpan.FromSeconds(Math.Round(time.TotalSeconds));
}
