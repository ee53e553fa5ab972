namespace VendorErrors.Http.Tests.Ledger.Explorer;

/// <summary>A world whose store breaks one of the rules.</summary>
internal sealed class BrokenWorld(ILedgerWorld inner, BrokenRule rule) : ILedgerWorld, ICallLedgerStore
{
    private readonly Dictionary<string, string> _uncommitted = [];

    public ICallLedgerStore Store => this;

    private ICallLedgerStore Inner => inner.Store;

    public async ValueTask PassAsync(string key, TimeSpan time)
    {
        await inner.PassAsync(key, time);
        if (rule == BrokenRule.UnknownExpires && await Inner.FindAsync(key, default) is { State: LedgerState.Sending or LedgerState.Unknown, LeaseLeft.Ticks: <= 0 })
        {
            await inner.ForgetAsync(key);
        }
    }

    public ValueTask ForgetAsync(string key) => inner.ForgetAsync(key);

    public async ValueTask OnDeathAsync(string actor)
    {
        if (rule == BrokenRule.ClaimIsRolledBack && _uncommitted.TryGetValue(actor, out string? key))
        {
            await inner.ForgetAsync(key);
        }
    }

    public async ValueTask<LedgerAddition> AddAsync(LedgerEntry entry, TimeSpan lease, DateTimeOffset createdAt, TimeSpan retention, CancellationToken cancellationToken)
    {
        LedgerAddition addition = await Inner.AddAsync(entry, lease, createdAt, retention, cancellationToken);
        _uncommitted[entry.Owner] = entry.Key;
        return addition.Existing is { } existing ? LedgerAddition.Exists(Seen(existing, entry)) : addition;
    }

    public async ValueTask<LedgerEntry?> FindAsync(string key, CancellationToken cancellationToken) =>
        await Inner.FindAsync(key, cancellationToken) is { } entry ? Seen(entry, entry) : null;

    public async ValueTask<bool> ReplaceAsync(LedgerEntry entry, LedgerEntry expected, TimeSpan lease, TimeSpan keep, CancellationToken cancellationToken)
    {
        LedgerEntry? present = await Inner.FindAsync(entry.Key, cancellationToken);
        bool isCompared = rule != BrokenRule.NothingIsCompared;
        return present is not null && await Inner.ReplaceAsync(entry, isCompared ? expected : present, lease, keep, cancellationToken);
    }

    public ValueTask<byte[]> GetOrAddSecretAsync(byte[] proposed, CancellationToken cancellationToken) => Inner.GetOrAddSecretAsync(proposed, cancellationToken);

    public ValueTask<IReadOnlyList<LedgerEntry>> ListAsync(LedgerState? state, TimeSpan olderThan, int most, CancellationToken cancellationToken) =>
        Inner.ListAsync(state, olderThan, most, cancellationToken);

    public ValueTask<IReadOnlyDictionary<LedgerState, long>> CountAsync(CancellationToken cancellationToken) => Inner.CountAsync(cancellationToken);

    public ValueTask<int> PurgeAsync(int most, CancellationToken cancellationToken) => Inner.PurgeAsync(most, cancellationToken);

    private LedgerEntry Seen(LedgerEntry entry, LedgerEntry asking) => rule switch
    {
        BrokenRule.LeaseOverMeansFree when entry.State == LedgerState.Sending && entry.LeaseLeft <= TimeSpan.Zero => entry with { State = LedgerState.Refused },
        BrokenRule.AnyRequestWillDo => entry with { Fingerprint = asking.Fingerprint },
        _ => entry,
    };
}
