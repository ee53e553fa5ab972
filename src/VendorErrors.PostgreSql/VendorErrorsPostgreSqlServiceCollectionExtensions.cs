using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Npgsql;
using VendorErrors.Http;
using VendorErrors.Http.Credentials;
using VendorErrors.PostgreSql.Stores;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>What the instances of a fleet share, on PostgreSQL.</summary>
public static class VendorErrorsPostgreSqlServiceCollectionExtensions
{
    /// <summary>Shares cooldowns, credentials and the call ledger over a data source of the application's, outside of its transactions. It stays the application's.</summary>
    /// <param name="services">The services.</param>
    /// <param name="dataSource">The data source, of the primary. One connection of its pool listens.</param>
    /// <param name="configure">Changes the options.</param>
    public static IServiceCollection AddVendorErrorsPostgreSql(this IServiceCollection services, NpgsqlDataSource dataSource, Action<VendorErrorsPostgreSqlOptions>? configure = null)
    {
        _ = dataSource ?? throw new ArgumentNullException(nameof(dataSource));
        return AddVendorErrorsPostgreSql(services, _ => dataSource, configure);
    }

    /// <summary>The same, with a function that finds the data source.</summary>
    /// <param name="services">The services.</param>
    /// <param name="dataSource">Finds the data source, which stays the application's.</param>
    /// <param name="configure">Changes the options.</param>
    public static IServiceCollection AddVendorErrorsPostgreSql(this IServiceCollection services, Func<IServiceProvider, NpgsqlDataSource> dataSource, Action<VendorErrorsPostgreSqlOptions>? configure = null)
    {
        _ = services ?? throw new ArgumentNullException(nameof(services));
        _ = dataSource ?? throw new ArgumentNullException(nameof(dataSource));
        var options = new VendorErrorsPostgreSqlOptions();
        configure?.Invoke(options);
        services.AddOptions<VendorErrorsPostgreSqlOptions>().Configure(configure ?? (static _ => { })).ValidateOnStart();
        services.AddOptions<PostgreSqlStartCheck>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<VendorErrorsPostgreSqlOptions>, PostgreSqlOptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<PostgreSqlStartCheck>, PostgreSqlStartCheck.Validator>());
        services.TryAddSingleton(TimeProvider.System);

        // Options with faults give no store: nothing leaves the process unprotected.
        services.TryAddSingleton(provider => new PostgreSqlLink(dataSource(provider), provider.GetRequiredService<IOptions<VendorErrorsPostgreSqlOptions>>().Value.Schema));
        services.TryAddSingleton<PostgreSqlDiagnosis>();
        if (options.ShareCooldowns)
        {
            services.TryAddSingleton<ICooldownBackplane>(static provider => new PostgreSqlCooldowns(
                provider.GetRequiredService<PostgreSqlLink>(),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetService<ILoggerFactory>()?.CreateLogger("VendorErrors") ?? NullLogger.Instance));
        }

        if (options.ShareCredentials)
        {
            if (options.AllowUnprotectedSecrets)
            {
                services.TryAddSingleton<ISecretProtector, PlainSecrets>();
            }

            services.TryAddSingleton<ISharedCredentialStore>(static provider => new PostgreSqlCredentials(provider.GetRequiredService<PostgreSqlLink>()));
        }

        if (options.ShareLedger)
        {
            services.TryAddSingleton<ICallLedgerStore>(static provider => new PostgreSqlCallLedgerStore(provider.GetRequiredService<PostgreSqlLink>()));
        }

        return services;
    }
}
