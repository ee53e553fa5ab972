namespace VendorErrors;

/// <summary>What goes along when a verdict is written as JSON, and whose vendors are known when it is read. Immutable.</summary>
public sealed class VendorJsonOptions
{
    internal static VendorJsonOptions Default { get; } = new();

    /// <summary>
    /// Whether the vendor's own words go along: messages, values of fields, ids of entries, codes that are in no catalog. They may hold names and phone
    /// numbers. Default: no; of codes and names of fields then only what may stand in a log goes along.
    /// </summary>
    public bool IncludeVendorWords { get; init; }

    /// <summary>Whether the evidence goes along; what was seen is among the vendor's own words. Default: no.</summary>
    public bool IncludeEvidence { get; init; }

    /// <summary>Vendors of your own, by whose ids a verdict is given back to them. Default: none; an unknown id becomes a vendor without a catalog.</summary>
    public IReadOnlyList<Vendor> Vendors { get; init; } = [];
}
