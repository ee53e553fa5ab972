using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using VendorErrors.Http.Retries;

namespace VendorErrors.Http.Options;

/// <summary>
/// One named client: its state, and a pipeline that is made anew when its options change. Lives as long as the container, while handlers
/// come and go. A change that has faults is logged by the options system and the former pipeline stays.
/// </summary>
internal sealed class VendorClient
{
    private readonly Vendor _vendor;
    private readonly string _name;
    private readonly IOptionsMonitor<VendorErrorOptions> _options;
    private readonly VendorServices _services;
    private readonly VendorClientState _state;
    private volatile VendorPipeline _pipeline;

    public VendorClient(Vendor vendor, string name, IServiceProvider provider)
    {
        _vendor = vendor;
        _name = name;
        _options = provider.GetRequiredService<IOptionsMonitor<VendorErrorOptions>>();
        _services = new VendorServices
        {
            Time = provider.GetRequiredService<TimeProvider>(),
            Logger = provider.GetService<ILoggerFactory>()?.CreateLogger("VendorErrors") ?? NullLogger.Instance,
            Refresher = provider.GetKeyedService<ICredentialRefresher>(name) ?? provider.GetService<ICredentialRefresher>(),
            Cooldowns = provider.GetRequiredService<ICooldownStore>(),
        };
        VendorErrorOptions options = _options.Get(name);
        _state = new VendorClientState(options, _services.Time);
        _pipeline = Make(options);
    }

    public VendorPipeline CurrentPipeline()
    {
        VendorErrorOptions options;
        try
        {
            options = _options.Get(_name);
        }
        catch (OptionsValidationException)
        {
            return _pipeline;
        }

        if (!ReferenceEquals(options, _pipeline.Engine.Options))
        {
            _pipeline = Make(options);
        }

        return _pipeline;
    }

    private VendorPipeline Make(VendorErrorOptions options) => new(new VendorEngine(_vendor, options, _state, _services), _services.Time);
}
