using VendorErrors.Definitions;
using VendorErrors.Testing.Linting.Rules;

namespace VendorErrors.Testing.Linting;

/// <summary>
/// Reads a definition without any answer and finds what can never count, is defined twice, or contradicts itself. The conformance kit
/// looks for the same and plays answers besides; this is for definitions and overlays without tests of their own. Pure.
/// </summary>
public static class VendorLint
{
    /// <summary>Everything that is wrong with a vendor; empty where nothing is.</summary>
    /// <param name="vendor">The vendor.</param>
    public static IReadOnlyList<LintFinding> Check(Vendor vendor) => Check(vendor.Id, vendor.Definition);

    /// <summary>Everything that is wrong with a definition, one that no vendor can be made of included.</summary>
    /// <param name="id">The vendor's id.</param>
    /// <param name="definition">The definition.</param>
    public static IReadOnlyList<LintFinding> Check(string id, VendorDefinition definition) =>
    [
        .. DefinitionRule.Of(id, definition),
        .. ShadowedShapeRule.Of(definition),
        .. ShadowedRowRule.Of(definition),
        .. OverlappingRowsRule.Of(definition),
        .. ShadowedOperationRule.Of(definition),
        .. WaitHintRule.Of(definition),
        .. WeakeningRule.Of(definition),
        .. definition.Codes.SelectMany(section => section.Rows).SelectMany(RowRules.Of),
    ];

    /// <summary>Everything because of which a failed write that is not idempotent would be sent again: read it of a definition that somebody else wrote.</summary>
    /// <param name="vendor">The vendor.</param>
    internal static IReadOnlyList<Repetition> MakesRepeatable(Vendor vendor) => Repetitions.Of(vendor.Definition);

    /// <summary>Everything that is wrong with rows that are laid over a vendor's catalog. That they replace rows of it is no fault.</summary>
    /// <param name="vendor">The vendor.</param>
    /// <param name="overlay">The rows, the sections that win first.</param>
    public static IReadOnlyList<LintFinding> CheckOverlay(Vendor vendor, params IReadOnlyList<CodeSection> overlay)
    {
        VendorDefinition overlaid = overlay.Reverse().Aggregate(vendor.Definition, (definition, section) => definition.WithCodes(section));
        return [.. Check(vendor.Id, overlaid).Where(finding => finding.Row?.Section is { } section && overlay.Contains(section))];
    }
}
