using VendorErrors.Rules;

namespace VendorErrors.Testing.Conformance.Checks;

/// <summary>A definition has none of the faults that the constructor of <see cref="Vendor"/> refuses; <see cref="Vendor.WithCodes"/> does not look for them.</summary>
internal static class DefinitionFaultCheck
{
    internal static IEnumerable<ConformanceCase> Of(Vendor vendor) => [new(vendor, "definition has no faults", "the definition", () => FaultOf(vendor))];

    private static string? FaultOf(Vendor vendor)
    {
        string faults = string.Join(" ", DefinitionCheck.FaultsOf(vendor.Id, vendor.Definition));
        return faults.Length == 0 ? null : faults;
    }
}
