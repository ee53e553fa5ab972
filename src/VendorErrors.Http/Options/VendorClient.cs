using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using VendorErrors.Http.Credentials;
using VendorErrors.Http.Retries;

namespace VendorErrors.Http.Options;

/// <summary>
/// One named client: its state, and a loop that is made again when its options change. Lives as long as the container, while handlers
/// come and go. After a change that has faults the former one stays.
/// </summary>
internal sealed class VendorClient
{
    private readonly Vendor _vendor;
    private readonly string _name;
    private readonly IOptionsMonitor<VendorErrorOptions> _options;
    private readonly VendorServices _services;
    private readonly VendorStates _states;
    private readonly CredentialGate _credentials;
    private volatile VendorLoop _loop;

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
        _credentials = new CredentialGate(_services.Time);
        _states = provider.GetRequiredService<VendorStates>();
        _loop = Make(_options.Get(name));
    }

    public string Name => _name;

    public ILogger Logger => _services.Logger;

    public VendorLoop CurrentLoop()
    {
        VendorErrorOptions options;
        try
        {
            options = _options.Get(_name);
        }
        catch (Exception e) when (e is OptionsValidationException or InvalidOperationException)
        {
            // Faults of a validator, or of the binder.
            return _loop;
        }

        if (!ReferenceEquals(options, _loop.Engine.Options))
        {
            _loop = Make(options);
        }

        return _loop;
    }

    private VendorLoop Make(VendorErrorOptions options) => new(new VendorEngine(_vendor, options, _states.Of(_vendor, options), _credentials, _services));
}
