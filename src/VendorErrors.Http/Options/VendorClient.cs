using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using VendorErrors.Http.Credentials;
using VendorErrors.Http.Retries;

namespace VendorErrors.Http.Options;

/// <summary>
/// One named client: its state, and a pipeline that is made anew when its options change. Lives as long as the container, while handlers
/// come and go. After a change that has faults the former pipeline stays.
/// </summary>
internal sealed class VendorClient
{
    private readonly Vendor _vendor;
    private readonly string _name;
    private readonly IOptionsMonitor<VendorErrorOptions> _options;
    private readonly VendorServices _services;
    private readonly CredentialGate _credentials;
    private volatile VendorPipeline _pipeline;

    public VendorClient(Vendor vendor, string name, IServiceProvider provider)
    {
        _vendor = vendor;
        _name = name;
        _options = provider.GetRequiredService<IOptionsMonitor<VendorErrorOptions>>();
        _services = new VendorServices
        {
            Time = provider.GetRequiredService<TimeProvider>(),
            Logger = LoggerOf(provider),
            Refresher = provider.GetKeyedService<ICredentialRefresher>(name) ?? provider.GetService<ICredentialRefresher>(),
            States = provider.GetRequiredService<VendorStates>(),
        };
        _credentials = CredentialGate.Of(_services.Refresher);
        _pipeline = Make(_options.Get(name));
    }

    /// <summary>The accounts of one container. One backplane serves them all.</summary>
    public static VendorStates CreateStates(IServiceProvider provider) =>
        new(provider.GetRequiredService<TimeProvider>(), provider.GetService<ICooldownBackplane>(), LoggerOf(provider));

    public VendorPipeline CurrentPipeline()
    {
        VendorErrorOptions options;
        try
        {
            options = _options.Get(_name);
        }
        catch (Exception e) when (e is OptionsValidationException or InvalidOperationException)
        {
            // Faults of a validator, or of the binder.
            return _pipeline;
        }

        if (!ReferenceEquals(options, _pipeline.Engine.Options))
        {
            _pipeline = Make(options);
        }

        return _pipeline;
    }

    private static ILogger LoggerOf(IServiceProvider provider) => provider.GetService<ILoggerFactory>()?.CreateLogger("VendorErrors") ?? NullLogger.Instance;

    private VendorPipeline Make(VendorErrorOptions options) => new(new VendorEngine(_vendor, options, _services.States.Of(_vendor, options), _credentials, _services), _services.Time);
}
