namespace VendorErrors.Http.Options;

/// <summary>Which client talks to which vendor, as <c>AddVendorErrors</c> was called: by name, and for all clients.</summary>
internal sealed class VendorRegistrations
{
    private readonly Dictionary<string, Vendor> _byName = new(StringComparer.Ordinal);

    /// <summary>The vendor of all clients that have none of their own; null where there is none.</summary>
    private Vendor? _ofAll;

    /// <summary>Adds a client.</summary>
    /// <param name="name">Its name; null for all clients.</param>
    /// <param name="vendor">The vendor.</param>
    /// <returns>Whether there was none yet.</returns>
    public bool TryAdd(string? name, Vendor vendor)
    {
        if (name is null)
        {
            bool isFirst = _ofAll is null;
            _ofAll ??= vendor;
            return isFirst;
        }

        if (_byName.ContainsKey(name))
        {
            return false;
        }

        _byName.Add(name, vendor);
        return true;
    }

    /// <summary>Whether a client was added by its own name.</summary>
    public bool HasOwn(string name) => _byName.ContainsKey(name);

    /// <summary>The vendor of a client.</summary>
    public Vendor Find(string name) => _byName.TryGetValue(name, out Vendor? vendor) ? vendor : _ofAll!;
}
