using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using VendorErrors.Http;

namespace FiveVendors.Fleet;

/// <summary>Where the workers keep their call ledger.</summary>
/// <param name="Kind">Redis, PostgreSQL, or this program.</param>
/// <param name="Connection">Its connection string; <c>env:NAME</c> is read from the environment, so that no password is on a command line.</param>
internal sealed record StoreChoice(string Kind, string Connection)
{
    internal const string Parent = "--parent";

    internal string Name => Kind switch { "--redis" => "Redis", "--postgres" => "PostgreSQL", _ => "this program, in memory" };

    private string Value => Connection.StartsWith("env:", StringComparison.Ordinal)
        ? Environment.GetEnvironmentVariable(Connection[4..]) ?? throw new InvalidOperationException($"The environment variable {Connection[4..]} is not set.")
        : Connection;

    internal void Register(IServiceCollection services)
    {
        switch (Kind)
        {
            case "--redis":
                services.AddVendorErrorsRedis(Value, static options => options.ShareCredentials = false);
                break;
            case "--postgres":
                services.AddVendorErrorsPostgreSql(NpgsqlDataSource.Create(Value), static options => options.ShareCredentials = false);
                break;
            default:
                var address = new Uri(Value);
                services.AddSingleton<ICallLedgerStore>(_ => new LedgerClient(address));
                break;
        }
    }
}
