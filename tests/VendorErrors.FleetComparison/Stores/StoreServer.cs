namespace VendorErrors.FleetComparison.Stores;

/// <summary>A server for the ledger that a run starts, kills in the middle and starts again.</summary>
internal abstract class StoreServer : IAsyncDisposable
{
    /// <summary>The stores by their names on the command line.</summary>
    internal static IReadOnlyList<string> Names { get; } = [PostgreSqlStore.Id, RedisStore.Always, RedisStore.EverySecond];

    /// <summary>Its name in the tables.</summary>
    public abstract string Name { get; }

    public abstract StoreAddress Address { get; }

    /// <summary>How many writes a loss of power would have taken away when it was killed, and the kill took away for it.</summary>
    public virtual int WritesLost => 0;

    /// <summary>Creates one; null where it is not installed.</summary>
    internal static StoreServer? Create(string name) => name == PostgreSqlStore.Id ? PostgreSqlStore.TryCreate() : RedisStore.TryCreate(name);

    /// <summary>The name of one in the tables.</summary>
    internal static string TitleOf(string name) => name == PostgreSqlStore.Id ? PostgreSqlStore.Title : RedisStore.TitleOfRedis(name);

    /// <summary>How one is configured.</summary>
    internal static string SettingOf(string name) => name == PostgreSqlStore.Id ? PostgreSqlStore.Setting : RedisStore.SettingOfRedis(name);

    public abstract Task StartAsync();

    public abstract void Kill();

    public abstract Task StartAgainAsync();

    public abstract ValueTask DisposeAsync();
}
