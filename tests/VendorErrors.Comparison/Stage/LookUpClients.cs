using EffectProbes;

namespace VendorErrors.Comparison.Stage;

/// <summary>The clients of the recipes for probes, by the names that they ask for: the handlers that make the calls make the look-ups.</summary>
internal sealed class LookUpClients : IHttpClientFactory
{
    private readonly Dictionary<Vendor, HttpMessageHandler> _handlers = [];

    /// <summary>Says which handlers a vendor's calls go through.</summary>
    public void Add(Vendor vendor, HttpMessageHandler handler) => _handlers.Add(vendor, handler);

    public HttpClient CreateClient(string name) => new(_handlers[VendorOf(name)], disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };

    private static Vendor VendorOf(string name) => name switch
    {
        DialnexaCallProbe.Client => Vendor.Dialnexa,
        DexatelMessageProbe.Client => Vendor.Dexatel,
        YeastarProbe.Client => Vendor.YeastarPSeries,
        EightByEightProbe.Client => Vendor.EightByEightConnect,
        _ => throw new ArgumentException($"No recipe asks for the client '{name}'.", nameof(name)),
    };
}
