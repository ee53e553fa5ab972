namespace VendorErrors.Http.Tests.Ledger.Explorer;

/// <summary>The store of one process, on the explorer's clock.</summary>
internal sealed class InMemoryWorld(Clock clock) : ILedgerWorld
{
    public ICallLedgerStore Store { get; private set; } = new InMemoryCallLedgerStore(clock);

    public ValueTask PassAsync(string key, TimeSpan time) => default;

    public ValueTask ForgetAsync(string key)
    {
        Store = new InMemoryCallLedgerStore(clock);
        return default;
    }
}
