using VendorErrors.Http.Tests.Ledger.Explorer;

namespace VendorErrors.Fleet.Tests.Ledger;

/// <summary>A store of the ledger, and what no store offers: time that passes for an entry, and an entry that is gone.</summary>
internal abstract class LedgerBed : IAsyncDisposable
{
    public static readonly string[] All = ["memory", "redis", "postgresql"];

    public abstract ICallLedgerStore Store { get; }

    /// <summary>Makes one of a kind.</summary>
    /// <param name="kind">memory, redis or postgresql.</param>
    /// <param name="isFast">Whether it need not be durable, because nobody kills it.</param>
    public static async Task<LedgerBed> OfAsync(string kind, bool isFast = true) => kind switch
    {
        "redis" => await RedisBed.StartAsync(isFast ? "no" : "always"),
        "postgresql" => isFast ? await PostgreSqlBed.FastAsync() : await PostgreSqlBed.StartAsync(),
        _ => new MemoryBed(),
    };

    /// <summary>Lets time pass for an entry, as if all that the store keeps of it had been written so much earlier.</summary>
    public abstract Task PassAsync(string key, TimeSpan time);

    /// <summary>Takes an entry away, as a rollback does, or a key that expires.</summary>
    public abstract Task ForgetAsync(string key);

    public abstract ValueTask DisposeAsync();

    private sealed class MemoryBed : LedgerBed
    {
        private readonly Clock _clock = new();

        public MemoryBed() => Store = new InMemoryCallLedgerStore(_clock);

        public override ICallLedgerStore Store { get; }

        public override Task PassAsync(string key, TimeSpan time)
        {
            _clock.Pass(time);
            return Task.CompletedTask;
        }

        public override Task ForgetAsync(string key) => throw new NotSupportedException();

        public override ValueTask DisposeAsync() => default;
    }
}
