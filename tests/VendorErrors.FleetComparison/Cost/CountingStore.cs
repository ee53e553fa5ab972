using Microsoft.Extensions.DependencyInjection;
using VendorErrors.Http;

namespace VendorErrors.FleetComparison.Cost;

/// <summary>Counts how often the ledger asks its store. Safe for use by several threads.</summary>
internal sealed class CountingStore(ICallLedgerStore store) : ICallLedgerStore
{
    private long _questions;

    public long Questions => Interlocked.Read(ref _questions);

    /// <summary>Puts one in front of the store that is registered.</summary>
    internal static void Register(IServiceCollection services)
    {
        ServiceDescriptor known = services.Last(service => service.ServiceType == typeof(ICallLedgerStore));
        services.Remove(known);
        services.AddSingleton(provider => new CountingStore((ICallLedgerStore)(known.ImplementationFactory?.Invoke(provider) ?? known.ImplementationInstance ?? ActivatorUtilities.CreateInstance(provider, known.ImplementationType!))));
        services.AddSingleton<ICallLedgerStore>(static provider => provider.GetRequiredService<CountingStore>());
    }

    public ValueTask<LedgerAddition> AddAsync(LedgerEntry entry, TimeSpan lease, DateTimeOffset createdAt, TimeSpan retention, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _questions);
        return store.AddAsync(entry, lease, createdAt, retention, cancellationToken);
    }

    public ValueTask<LedgerEntry?> FindAsync(string key, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _questions);
        return store.FindAsync(key, cancellationToken);
    }

    public ValueTask<bool> ReplaceAsync(LedgerEntry entry, LedgerEntry expected, TimeSpan lease, TimeSpan keep, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _questions);
        return store.ReplaceAsync(entry, expected, lease, keep, cancellationToken);
    }

    public ValueTask<byte[]> GetOrAddSecretAsync(byte[] proposed, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _questions);
        return store.GetOrAddSecretAsync(proposed, cancellationToken);
    }

    public ValueTask<IReadOnlyList<LedgerEntry>> ListAsync(LedgerState? state, TimeSpan olderThan, int most, CancellationToken cancellationToken) => store.ListAsync(state, olderThan, most, cancellationToken);

    public ValueTask<IReadOnlyDictionary<LedgerState, long>> CountAsync(CancellationToken cancellationToken) => store.CountAsync(cancellationToken);

    public ValueTask<int> PurgeAsync(int most, CancellationToken cancellationToken) => store.PurgeAsync(most, cancellationToken);
}
