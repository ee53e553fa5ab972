using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using VendorErrors.Http;
using VendorErrors.Http.Credentials;
using VendorErrors.Http.Ledger;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the call ledger.</summary>
public static class CallLedgerServiceCollectionExtensions
{
    /// <summary>
    /// Adds the <see cref="CallLedger"/>, so that requests with a call id are made once, however often their message is delivered. It needs an
    /// <see cref="ICallLedgerStore"/> in the container; without one the first client that is made says so.
    /// </summary>
    /// <param name="services">The container.</param>
    /// <param name="configure">How it works. Default: all defaults.</param>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">When it is made: the options have faults; the message lists them all.</exception>
    /// <example>
    /// <code>
    /// services.AddCallLedger(options => options.Retention = TimeSpan.FromDays(90));
    /// </code>
    /// </example>
    public static IServiceCollection AddCallLedger(this IServiceCollection services, Action<CallLedgerOptions>? configure = null)
    {
        _ = services ?? throw new ArgumentNullException(nameof(services));
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider =>
        {
            ICallLedgerStore store = StoreOf(provider, nameof(AddCallLedger));
            var options = new CallLedgerOptions();
            configure?.Invoke(options);
            _ = provider.GetService<LedgerGauges>();
            return new CallLedger(store, options, provider.GetRequiredService<TimeProvider>(), LoggerOf(provider), ProtectorOf(provider));
        });
        return services;
    }

    /// <summary>
    /// Measures what only the store knows: <c>vendor_errors.ledger.entries</c> and <c>vendor_errors.ledger.overdue</c>. The store is asked in the
    /// background, and only while somebody listens to them. All instances of a fleet would count the same, so one of them is enough.
    /// </summary>
    /// <param name="services">The container.</param>
    /// <param name="configure">How. Default: all defaults.</param>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">At the start of the host: the options have faults.</exception>
    /// <example>
    /// <code>
    /// services.AddCallLedgerMetrics(options => options.OverdueAfter = TimeSpan.FromMinutes(5));
    /// </code>
    /// </example>
    public static IServiceCollection AddCallLedgerMetrics(this IServiceCollection services, Action<CallLedgerMetricsOptions>? configure = null)
    {
        _ = services ?? throw new ArgumentNullException(nameof(services));
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<CallLedgerMetricsOptions>()
            .Configure(configure ?? (static _ => { }))
            .Validate(static options => options.Interval >= TimeSpan.FromSeconds(1) && options.Interval <= TimeSpan.FromDays(1), "Interval must be from a second to a day.")
            .Validate(static options => options.OverdueAfter >= TimeSpan.Zero && options.OverdueAfter <= TimeSpan.FromDays(365), "OverdueAfter must be from zero to 365 days.")
            .ValidateOnStart();
        services.AddOptions<LedgerGaugesStart>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<LedgerGaugesStart>, LedgerGaugesStart.Validator>());
        services.TryAddSingleton(static provider => new LedgerGauges(
            StoreOf(provider, nameof(AddCallLedgerMetrics)),
            provider.GetRequiredService<IOptions<CallLedgerMetricsOptions>>().Value,
            provider.GetRequiredService<TimeProvider>(),
            LoggerOf(provider)));
        return services;
    }

    private static ICallLedgerStore StoreOf(IServiceProvider provider, string who) => provider.GetService<ICallLedgerStore>() ?? throw new InvalidOperationException(
        $"{who} needs a store: register an ICallLedgerStore that all processes share. InMemoryCallLedgerStore is for tests.");

    // What is allowed for credentials, to keep them as they are, is not for answers, which hold people's data.
    private static ISecretProtector? ProtectorOf(IServiceProvider provider) => provider.GetService<ISecretProtector>() is var protector and not PlainSecrets ? protector : null;

    private static ILogger LoggerOf(IServiceProvider provider) => provider.GetService<ILoggerFactory>()?.CreateLogger("VendorErrors") ?? NullLogger.Instance;
}
