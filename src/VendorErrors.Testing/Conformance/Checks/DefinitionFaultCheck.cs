using VendorErrors.Testing.Linting;
using VendorErrors.Testing.Linting.Rules;

namespace VendorErrors.Testing.Conformance.Checks;

/// <summary>
/// A definition has none of the faults that the constructor of <see cref="Vendor"/> refuses, which <see cref="Vendor.WithCodes"/> does not
/// look for, and none of its shapes and rows is there in vain.
/// </summary>
internal static class DefinitionFaultCheck
{
    internal static IEnumerable<ConformanceCase> Of(Vendor vendor) => [new(vendor, "definition has no faults", "the definition", () => FaultOf(vendor))];

    private static string? FaultOf(Vendor vendor)
    {
        string faults = string.Join(" ", DefinitionRule.Of(vendor.Id, vendor.Definition).Select(finding => finding.Text)
            .Concat(ShadowedShapeRule.Of(vendor.Definition).Concat(ShadowedRowRule.Of(vendor.Definition)).Concat(WaitHintRule.Of(vendor.Definition)).Concat(WeakeningRule.Of(vendor.Definition)).Where(finding => finding.Severity == LintSeverity.Error).Select(finding => $"{finding.Where}: {finding.Text}")));
        return faults.Length == 0 ? null : faults;
    }
}
