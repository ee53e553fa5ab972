using Microsoft.Extensions.Configuration;

namespace VendorErrors.Http.Clients;

/// <summary>Which client talks to which vendor, as <c>AddVendorErrors</c> was called: by name, and for all clients.</summary>
internal sealed class VendorRegistrations
{
    private readonly Dictionary<string, Registration> _byName = new(StringComparer.Ordinal);

    /// <summary>The vendor of all clients that have none of their own; null where there is none.</summary>
    private Registration? _ofAll;

    /// <summary>Adds a client.</summary>
    /// <param name="name">Its name; null for all clients.</param>
    /// <param name="vendor">The vendor.</param>
    /// <param name="section">The configuration's section that the options come from; null where they come from code.</param>
    /// <returns>Whether there was none yet.</returns>
    public bool TryAdd(string? name, Vendor vendor, IConfigurationSection? section)
    {
        var registration = new Registration(vendor, section);
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

    /// <summary>Whether a client was added by its own name.</summary>
    public bool HasOwn(string name) => _byName.ContainsKey(name);

    /// <summary>The section that the options of all clients come from first; null where they come from code, or there are none.</summary>
    public IConfigurationSection? SectionOfAll => _ofAll?.Section;

    /// <summary>What a client was added with.</summary>
    public Registration Find(string name) => _byName.TryGetValue(name, out Registration? own) ? own : _ofAll!;

    /// <summary>A call of <c>AddVendorErrors</c>.</summary>
    /// <param name="Vendor">The vendor.</param>
    /// <param name="Section">The section that its options come from; null where they come from code.</param>
    internal sealed record Registration(Vendor Vendor, IConfigurationSection? Section);
}
