using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using StackExchange.Redis;
using VendorErrors.Http;
using VendorErrors.Http.Credentials;
using VendorErrors.Redis.Stores;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>What the instances of a fleet share, on Redis.</summary>
public static class VendorErrorsRedisServiceCollectionExtensions
{
    /// <summary>Shares cooldowns, credentials and the call ledger over a connection of the application's. It stays the application's.</summary>
    /// <param name="services">The services.</param>
    /// <param name="multiplexer">The connection.</param>
    /// <param name="configure">Changes the options.</param>
    public static IServiceCollection AddVendorErrorsRedis(this IServiceCollection services, IConnectionMultiplexer multiplexer, Action<VendorErrorsRedisOptions>? configure = null)
    {
        _ = multiplexer ?? throw new ArgumentNullException(nameof(multiplexer));
        return Add(services, _ => new RedisLink(() => Task.FromResult(multiplexer), own: null), configure);
    }

    /// <summary>The same, over a connection that a function finds or makes, once.</summary>
    /// <param name="services">The services.</param>
    /// <param name="multiplexer">Finds or makes the connection, which stays the application's.</param>
    /// <param name="configure">Changes the options.</param>
    public static IServiceCollection AddVendorErrorsRedis(this IServiceCollection services, Func<IServiceProvider, IConnectionMultiplexer> multiplexer, Action<VendorErrorsRedisOptions>? configure = null)
    {
        _ = multiplexer ?? throw new ArgumentNullException(nameof(multiplexer));
        return Add(services, provider => new RedisLink(() => Task.FromResult(multiplexer(provider)), own: null), configure);
    }

    /// <summary>The same, over a connection of its own, which fails at once while Redis is away.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">The address, as StackExchange.Redis writes it, such as <c>redis.example.com:6379</c>. With its password it is a secret.</param>
    /// <param name="configure">Changes the options.</param>
    public static IServiceCollection AddVendorErrorsRedis(this IServiceCollection services, string configuration, Action<VendorErrorsRedisOptions>? configure = null)
    {
        ConfigurationOptions parsed = RedisLink.OptionsOf(configuration ?? throw new ArgumentNullException(nameof(configuration)));
        return Add(services, _ => new RedisLink(async () => await ConnectionMultiplexer.ConnectAsync(parsed).ConfigureAwait(false), parsed), configure);
    }

    private static IServiceCollection Add(IServiceCollection services, Func<IServiceProvider, RedisLink> connect, Action<VendorErrorsRedisOptions>? configure)
    {
        _ = services ?? throw new ArgumentNullException(nameof(services));
        var options = new VendorErrorsRedisOptions();
        configure?.Invoke(options);
        services.AddOptions<VendorErrorsRedisOptions>().Configure(configure ?? (static _ => { })).ValidateOnStart();
        services.AddOptions<RedisStartCheck>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<VendorErrorsRedisOptions>, RedisOptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<RedisStartCheck>, RedisStartCheck.Validator>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(connect);
        services.TryAddSingleton<RedisDiagnosis>();
        if (options.ShareCooldowns)
        {
            services.TryAddSingleton<ICooldownBackplane>(static provider => new RedisCooldowns(
                provider.GetRequiredService<RedisLink>(),
                PrefixOf(provider),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetService<ILoggerFactory>()?.CreateLogger("VendorErrors") ?? NullLogger.Instance));
        }

        if (options.ShareCredentials)
        {
            if (options.AllowUnprotectedSecrets)
            {
                services.TryAddSingleton<ISecretProtector, PlainSecrets>();
            }

            services.TryAddSingleton<ISharedCredentialStore>(static provider => new RedisCredentials(provider.GetRequiredService<RedisLink>(), PrefixOf(provider)));
        }

        if (options.ShareLedger)
        {
            services.TryAddSingleton<ICallLedgerStore>(static provider => new RedisCallLedgerStore(provider.GetRequiredService<RedisLink>(), PrefixOf(provider)));
        }

        return services;
    }

    // Options with faults give no store: nothing leaves the process unprotected.
    private static string PrefixOf(IServiceProvider provider) => provider.GetRequiredService<IOptions<VendorErrorsRedisOptions>>().Value.KeyPrefix;
}
