namespace VendorErrors.Http.Tests.Ledger.Explorer;

/// <summary>The store as one delivery sees it: each question is a step, and its reply may get lost.</summary>
internal sealed class GatedStore(Actor actor, ICallLedgerStore inner) : ICallLedgerStore
{
    public async ValueTask<LedgerAddition> AddAsync(LedgerEntry entry, TimeSpan lease, DateTimeOffset createdAt, TimeSpan retention, CancellationToken cancellationToken) =>
        await StepAsync("add", () => inner.AddAsync(entry, lease, createdAt, retention, cancellationToken));

    public async ValueTask<LedgerEntry?> FindAsync(string key, CancellationToken cancellationToken) => await StepAsync("find", () => inner.FindAsync(key, cancellationToken));

    public async ValueTask<bool> ReplaceAsync(LedgerEntry entry, LedgerEntry expected, TimeSpan lease, TimeSpan keep, CancellationToken cancellationToken) =>
        await StepAsync("replace", () => inner.ReplaceAsync(entry, expected, lease, keep, cancellationToken));

    public ValueTask<byte[]> GetOrAddSecretAsync(byte[] proposed, CancellationToken cancellationToken) => inner.GetOrAddSecretAsync(proposed, cancellationToken);

    public ValueTask<IReadOnlyList<LedgerEntry>> ListAsync(LedgerState? state, TimeSpan olderThan, int most, CancellationToken cancellationToken) =>
        inner.ListAsync(state, olderThan, most, cancellationToken);

    public ValueTask<IReadOnlyDictionary<LedgerState, long>> CountAsync(CancellationToken cancellationToken) => inner.CountAsync(cancellationToken);

    public ValueTask<int> PurgeAsync(int most, CancellationToken cancellationToken) => inner.PurgeAsync(most, cancellationToken);

    private async Task<T> StepAsync<T>(string step, Func<ValueTask<T>> work)
    {
        Fate fate = await actor.BeforeAsync(step);
        T result = await work();
        actor.Seen.Append(result).Append(';');
        return fate == Fate.ReplyLost ? throw new IOException("The reply got lost.") : result;
    }
}
