using VendorErrors.Definitions;

namespace VendorErrors.Testing.Linting.Rules;

/// <summary>What the constructor of <see cref="Vendor"/> refuses; <see cref="Vendor.WithCodes"/> does not look for it.</summary>
internal static class DefinitionRule
{
    internal const string FaultId = "definition-fault";
    internal const string DuplicateId = "duplicate-row";

    internal static IEnumerable<LintFinding> Of(string id, VendorDefinition definition) =>
        DefinitionCheck.FaultsOf(id, definition).Select(fault => new LintFinding(IdOf(fault.Kind), LintSeverity.Error, fault.Row is null ? "the definition" : RowLabel.Of(fault.Row), fault.Text) { Row = fault.Row });

    private static string IdOf(DefinitionFaultKind kind) => kind switch
    {
        DefinitionFaultKind.Duplicate => DuplicateId,
        DefinitionFaultKind.Wait => WaitHintRule.Id,
        DefinitionFaultKind.Retry => RetryRule.Id,
        _ => FaultId,
    };
}
