using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace VendorErrors.FleetComparison.Stores;

/// <summary>Where a store is, and how a worker is registered on it.</summary>
/// <param name="Kind">Which one.</param>
/// <param name="Connection">Its connection string.</param>
internal sealed record StoreAddress(string Kind, string Connection)
{
    internal const string PostgreSql = "postgresql";
    internal const string Redis = "redis";

    internal void Register(IServiceCollection services)
    {
        if (Kind == PostgreSql)
        {
            services.AddVendorErrorsPostgreSql(NpgsqlDataSource.Create(Connection), static options => options.ShareCredentials = false);
        }
        else
        {
            services.AddVendorErrorsRedis(Connection, static options => options.ShareCredentials = false);
        }
    }
}
