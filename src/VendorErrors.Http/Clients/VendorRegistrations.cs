using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace VendorErrors.Http.Clients;

/// <summary>Which client talks to which vendor, as <c>AddVendorErrors</c> was called: by name, and for all clients.</summary>
internal sealed class VendorRegistrations
{
    // No client's name.
    private const string OfAll = "\0";

    private readonly Dictionary<string, Registration> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Func<IServiceProvider, ICredentialRefresher>> _refreshers = new(StringComparer.Ordinal);

    private readonly Dictionary<string, Func<IServiceProvider, IEffectProbe>> _probes = new(StringComparer.Ordinal);

    /// <summary>The vendor of all clients that have none of their own; null where there is none.</summary>
    private Registration? _ofAll;

    /// <summary>The registrations of a container that is being set up.</summary>
    public static VendorRegistrations Of(IServiceCollection services)
    {
        if (services.FirstOrDefault(service => service.ServiceType == typeof(VendorRegistrations))?.ImplementationInstance is VendorRegistrations known)
        {
            return known;
        }

        var registrations = new VendorRegistrations();
        services.AddSingleton(registrations);
        return registrations;
    }

    /// <summary>Adds a client.</summary>
    /// <param name="name">Its name; null for all clients.</param>
    /// <param name="vendor">The vendor; null where it is named by its id.</param>
    /// <param name="vendorId">The id of a vendor that is looked up; null where the vendor itself is given.</param>
    /// <param name="section">The configuration's section that the options come from; null where they come from code.</param>
    /// <returns>Whether there was none yet.</returns>
    public bool TryAdd(string? name, Vendor? vendor, string? vendorId, IConfigurationSection? section)
    {
        var registration = new Registration(vendor, vendorId, section);
        if (name is null)
        {
            bool isFirst = _ofAll is null;
            _ofAll ??= registration;
            return isFirst;
        }

        if (_byName.ContainsKey(name))
        {
            return false;
        }

        _byName.Add(name, registration);
        return true;
    }

    /// <summary>Adds who refreshes the credential of a client.</summary>
    /// <param name="name">The client's name; null for all clients.</param>
    /// <param name="find">Finds the refresher in the container.</param>
    /// <returns>Whether there was none yet.</returns>
    public bool TryAddRefresher(string? name, Func<IServiceProvider, ICredentialRefresher> find) => Add(_refreshers, name ?? OfAll, find);

    /// <summary>Who refreshes the credential of a client: its own refresher, or that of all clients, or nobody.</summary>
    public ICredentialRefresher? FindRefresher(string name, IServiceProvider provider) => Find(_refreshers, name, provider);

    /// <summary>Whether a client was added by its own name.</summary>
    public bool HasOwn(string name) => _byName.ContainsKey(name);

    /// <summary>The section that the options of all clients come from first; null where they come from code, or there are none.</summary>
    public IConfigurationSection? SectionOfAll => _ofAll?.Section;

    /// <summary>What a client was added with.</summary>
    public Registration Find(string name) => _byName.TryGetValue(name, out Registration? own) ? own : _ofAll!;

    /// <summary>Notes who asks the vendor of a client whether a call happened; of all clients without a name.</summary>
    /// <returns>False where there is one already.</returns>
    public bool TryAddProbe(string? name, Func<IServiceProvider, IEffectProbe> find) => Add(_probes, name ?? OfAll, find);

    /// <summary>Who asks the vendor of a client: its own probe, or that of all clients, or nobody.</summary>
    public IEffectProbe? FindProbe(string name, IServiceProvider provider) => Find(_probes, name, provider);

    private static T? Find<T>(Dictionary<string, Func<IServiceProvider, T>> finders, string name, IServiceProvider provider)
        where T : class =>
        finders.TryGetValue(name, out Func<IServiceProvider, T>? find) || finders.TryGetValue(OfAll, out find) ? find(provider) : null;

    private static bool Add<T>(Dictionary<string, Func<IServiceProvider, T>> finders, string name, Func<IServiceProvider, T> find)
    {
        bool isFirst = !finders.ContainsKey(name);
        if (isFirst)
        {
            finders.Add(name, find);
        }

        return isFirst;
    }

    /// <summary>A call of <c>AddVendorErrors</c>.</summary>
    /// <param name="Vendor">The vendor; null where it is named by its id.</param>
    /// <param name="VendorId">The id of a vendor that is looked up, again after each change of the packs; null where the vendor itself was given.</param>
    /// <param name="Section">The section that its options come from; null where they come from code.</param>
    internal sealed record Registration(Vendor? Vendor, string? VendorId, IConfigurationSection? Section);
}
