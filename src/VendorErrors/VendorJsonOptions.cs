namespace VendorErrors;

/// <summary>What goes along when a verdict is written as JSON, and whose vendors are known when it is read. Immutable.</summary>
public sealed class VendorJsonOptions
{
    internal static VendorJsonOptions Default { get; } = new();

    /// <summary>
    /// Whether the vendor's own words are included: messages, values of fields, ids of entries, codes that are in no catalog. They may hold names and phone
    /// numbers.
    /// </summary>
    /// <value>Default: <see langword="false"/>; of codes and names of fields, only what may be written to a log is included.</value>
    public bool IncludeVendorWords { get; init; }

    /// <summary>Whether the evidence is included; what was seen is among the vendor's own words.</summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool IncludeEvidence { get; init; }

    /// <summary>Vendors of your own, by whose ids a verdict is given back to them.</summary>
    /// <value>Default: none; an unknown id becomes a vendor without a catalog.</value>
    public IReadOnlyList<Vendor> Vendors { get; init; } = [];
}
