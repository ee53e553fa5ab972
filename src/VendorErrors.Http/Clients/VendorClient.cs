using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using VendorErrors.Http.Accounts;
using VendorErrors.Http.Retries;
using VendorErrors.Http.Telemetry;

namespace VendorErrors.Http.Clients;

/// <summary>
/// One named client: its state, and a loop that is made again when its options or the pack of its vendor change. Lives as long as the container, while handlers
/// come and go. After a change that has faults the former one stays.
/// </summary>
internal sealed class VendorClient
{
    private readonly VendorRegistrations.Registration _registration;
    private readonly string _name;
    private readonly IOptionsMonitor<VendorErrorOptions> _options;
    private readonly VendorServices _services;
    private readonly NamedVendor _vendor;
    private readonly IOptionsMonitorCache<VendorErrorOptions> _cache;

    // A change of it is announced for the options without a name, which no client has.
    private readonly IConfigurationSection? _defaults;
    private volatile IChangeToken? _defaultsChange;
    private volatile VendorLoop _loop;
    private volatile string? _reported;

    // Whether options suit the handlers beside ours; null before the first chain.
    private volatile Action<VendorErrorOptions, ILogger>? _checkHandlers;

    // What the loop was made of.
    private volatile Parts _parts;

    // Of which no loop can be made; they are not tried with every request.
    private volatile Parts? _refused;

    public VendorClient(VendorRegistrations.Registration registration, string name, IServiceProvider provider)
    {
        _registration = registration;
        _name = name;
        _options = provider.GetRequiredService<IOptionsMonitor<VendorErrorOptions>>();
        _cache = provider.GetRequiredService<IOptionsMonitorCache<VendorErrorOptions>>();
        VendorRegistrations registrations = provider.GetRequiredService<VendorRegistrations>();
        _defaults = registrations.SectionOfAll;
        _defaultsChange = _defaults?.GetReloadToken();
        _services = new VendorServices
        {
            Time = provider.GetRequiredService<TimeProvider>(),
            Logger = LoggerOf(provider),
            Refresher = registrations.FindRefresher(name, provider),
            States = provider.GetRequiredService<VendorStates>(),
            Ledger = provider.GetService<CallLedger>(),
            Probe = registrations.FindProbe(name, provider),
        };
        _vendor = new NamedVendor(registration, name, provider.GetService<VendorPacks>());
        _parts = new Parts(_options.Get(name), _vendor.Present);
        _loop = Make(_parts);
    }

    /// <summary>The accounts of one container. One backplane serves them all.</summary>
    public static VendorStates CreateStates(IServiceProvider provider) =>
        new(provider.GetRequiredService<TimeProvider>(), provider.GetService<ICooldownBackplane>(), LoggerOf(provider));

    public string Name => _name;

    public ILogger Logger => _services.Logger;

    /// <summary>Checks the present options against the handlers beside ours, and from now on all that come after them.</summary>
    public void CheckHandlers(Action<VendorErrorOptions, ILogger> check, ILogger logger)
    {
        VendorErrorOptions options = CurrentLoop().Engine.Options;
        _checkHandlers = check;
        check(options, logger);
    }

    public VendorLoop CurrentLoop()
    {
        if (_defaultsChange is { HasChanged: true })
        {
            _defaultsChange = _defaults!.GetReloadToken();
            _cache.TryRemove(_name);
        }

        try
        {
            VendorErrorOptions options = _options.Get(_name);
            Vendor vendor = _vendor.Present;
            if (!_parts.Are(options, vendor) && _refused?.Are(options, vendor) != true)
            {
                var parts = new Parts(options, vendor);
                _refused = parts;
                _loop = Make(parts);
                _parts = parts;
                _refused = null;
                _reported = null;
            }
        }
        catch (Exception e) when (e is OptionsValidationException or InvalidOperationException)
        {
            // Faults of a validator, or of the binder. Each is reported once, and not with every request.
            if (_reported != e.Message)
            {
                _reported = e.Message;
                Log.ReloadFailed(_services.Logger, _name, _registration.Section is { } section ? $" of section '{section.Path}'" : string.Empty, e.Message);
            }
        }

        return _loop;
    }

    public static ILogger LoggerOf(IServiceProvider provider) => provider.GetService<ILoggerFactory>()?.CreateLogger("VendorErrors") ?? NullLogger.Instance;

    private VendorLoop Make(Parts parts)
    {
        VendorErrorOptions options = parts.Options;
        var engine = new VendorEngine(parts.Vendor, options, _services);
        RefresherCheck.ThrowIfMissing(_name, engine, _services.Refresher);
        _checkHandlers?.Invoke(options, _loop.Engine.Options.Mode == HandlerMode.Observe ? Logger : NullLogger.Instance);
        return new VendorLoop(engine);
    }

    private sealed record Parts(VendorErrorOptions Options, Vendor Vendor)
    {
        public bool Are(VendorErrorOptions options, Vendor vendor) => ReferenceEquals(options, Options) && ReferenceEquals(vendor, Vendor);
    }
}
