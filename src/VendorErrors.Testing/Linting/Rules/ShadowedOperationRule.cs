using VendorErrors.Definitions;
using VendorErrors.Testing.Conformance.Checks;

namespace VendorErrors.Testing.Linting.Rules;

/// <summary>Each rule on an operation is the one that counts for a request made from its own pattern.</summary>
internal static class ShadowedOperationRule
{
    internal const string Id = "unreachable-operation";

    internal static IEnumerable<LintFinding> Of(VendorDefinition definition) =>
        definition.Operations.Where(rule => OperationPattern.FaultOf(rule.Operation) is null)
            .Select(rule => (rule, fault: OperationCheck.FaultOf(definition, rule)))
            .Where(found => found.fault is not null)
            .Select(found => new LintFinding(Id, LintSeverity.Error, $"the operation '{found.rule.Operation}'", found.fault!));
}
