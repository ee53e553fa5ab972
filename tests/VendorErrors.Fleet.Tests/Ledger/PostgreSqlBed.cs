using Npgsql;
using VendorErrors.Fleet.Tests.Servers;
using VendorErrors.Http.Tests.Ledger.Explorer;
using VendorErrors.PostgreSql.Stores;

namespace VendorErrors.Fleet.Tests.Ledger;

/// <summary>The ledger on a PostgreSQL of its own, or in a schema of its own on one that nobody kills.</summary>
internal sealed class PostgreSqlBed : LedgerBed
{
    private static readonly Lazy<Task<PostgreSqlServer>> s_fast = new(() => PostgreSqlServer.StartAsync("fsync=off"));

    private readonly bool _isShared;

    private PostgreSqlBed(PostgreSqlServer server, bool isShared)
    {
        (Server, Source, _isShared) = (server, server.Source(pool: 32), isShared);
        Link = new PostgreSqlLink(Source, Schema);
        Store = new PostgreSqlCallLedgerStore(Link, Clock);
    }

    public string Schema { get; } = $"s{Guid.NewGuid():N}";

    public PostgreSqlServer Server { get; }

    /// <summary>When the store purges by itself; it asks the server for all other times.</summary>
    public Clock Clock { get; } = new();

    public NpgsqlDataSource Source { get; }

    public PostgreSqlLink Link { get; }

    public override ICallLedgerStore Store { get; }

    public static async Task<PostgreSqlBed> FastAsync() => await MigratedAsync(new PostgreSqlBed(await s_fast.Value, isShared: true));

    public static async Task<PostgreSqlBed> StartAsync(params string[] settings) => await MigratedAsync(new PostgreSqlBed(await PostgreSqlServer.StartAsync(settings), isShared: false));

    private static async Task<PostgreSqlBed> MigratedAsync(PostgreSqlBed bed)
    {
        await bed.Link.MigrateAsync(default);
        return bed;
    }

    public override async Task PassAsync(string key, TimeSpan time) =>
        await ExecuteAsync($"UPDATE {Schema}.ledger SET leased_until = leased_until - $2, since = since - $2, keep_until = keep_until - $2 WHERE key = $1", key, time);

    public override async Task ForgetAsync(string key) => await ExecuteAsync($"DELETE FROM {Schema}.ledger WHERE key = $1", key);

    public async Task<object?> ExecuteAsync(string sql, params object[] values)
    {
        await using NpgsqlCommand command = Source.CreateCommand(sql);
        foreach (object value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return await command.ExecuteScalarAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        if (!_isShared)
        {
            Server.Dispose();
        }
    }
}
