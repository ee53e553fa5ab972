using VendorErrors.Definitions;
using VendorErrors.Testing.Composition;

namespace VendorErrors.Testing.Linting.Rules;

/// <summary>Each rule on an operation is the one that counts for a request made from its own pattern.</summary>
internal static class ShadowedOperationRule
{
    internal const string Id = "unreachable-operation";

    internal static IEnumerable<LintFinding> Of(VendorDefinition definition) =>
        definition.Operations.Where(rule => OperationPattern.FaultOf(rule.Operation) is null)
            .Select(rule => (rule, fault: FaultOf(definition, rule)))
            .Where(found => found.fault is not null)
            .Select(found => new LintFinding(Id, LintSeverity.Error, $"the operation '{found.rule.Operation}'", found.fault!));

    internal static string? FaultOf(VendorDefinition definition, OperationRule rule)
    {
        (string method, string path) = Operations.Split(rule.Operation);
        OperationRule? first = definition.Operations.FirstOrDefault(other => new OperationPattern(other.Operation).Matches(method, path));
        return ReferenceEquals(first, rule) ? null
            : first is null ? $"no request matches it, not even {method} {path}, which is made from it; write it as [METHOD ]tail/of/path."
            : $"the earlier rule '{first.Operation}' takes {method} {path}; put the more specific rule first.";
    }
}
