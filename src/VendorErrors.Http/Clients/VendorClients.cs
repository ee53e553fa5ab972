using System.Collections.Concurrent;

namespace VendorErrors.Http.Clients;

/// <summary>The clients of a container, by name, each made when it is first used; faulty options are asked for again the next time. Safe for use by several threads.</summary>
internal sealed class VendorClients(VendorRegistrations registrations, IServiceProvider provider)
{
    private readonly ConcurrentDictionary<string, Lazy<VendorClient>> _clients = new(StringComparer.Ordinal);

    public VendorClient Get(string name) =>
        _clients.GetOrAdd(name, key => new Lazy<VendorClient>(() => new VendorClient(registrations.Find(key), key, provider), LazyThreadSafetyMode.PublicationOnly)).Value;
}
