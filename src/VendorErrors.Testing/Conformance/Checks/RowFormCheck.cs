using VendorErrors.Definitions;
using VendorErrors.Testing.Linting.Rules;

namespace VendorErrors.Testing.Conformance.Checks;

/// <summary>Each row says where it comes from, and asks for nothing that can never happen.</summary>
internal static class RowFormCheck
{
    internal static IEnumerable<ConformanceCase> Of(Vendor vendor) =>
        vendor.Codes.Select(row => new ConformanceCase(vendor, "row is well-formed", RowLabel.Of(row), () => FaultOf(row)));

    private static string? FaultOf(CodeRow row) => string.Join(" ", RowRules.Of(row).Select(finding => finding.Text)) is { Length: > 0 } faults ? faults : null;
}
