using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using VendorErrors.Http;

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
            ICallLedgerStore store = provider.GetService<ICallLedgerStore>() ?? throw new InvalidOperationException(
                "AddCallLedger needs a store: register an ICallLedgerStore that all processes share. InMemoryCallLedgerStore is for tests.");
            var options = new CallLedgerOptions();
            configure?.Invoke(options);
            ILogger logger = provider.GetService<ILoggerFactory>()?.CreateLogger("VendorErrors") ?? NullLogger.Instance;
            return new CallLedger(store, options, provider.GetRequiredService<TimeProvider>(), logger);
        });
        return services;
    }
}
