using VendorErrors.Definitions;
using VendorErrors.Testing.Composition;

namespace VendorErrors.Testing.Conformance.Checks;

/// <summary>Each rule on an operation is the one that counts for a request made from its own pattern.</summary>
internal static class OperationCheck
{
    internal static IEnumerable<ConformanceCase> Of(Vendor vendor) =>
        vendor.Definition.Operations.Select(rule => new ConformanceCase(vendor, "operation rule is reached", $"the operation '{rule.Operation}'", () => FaultOf(vendor.Definition, rule)));

    internal static string? FaultOf(VendorDefinition definition, OperationRule rule)
    {
        (string method, string path) = Operations.Split(rule.Operation);
        OperationRule? first = definition.Operations.FirstOrDefault(other => new OperationPattern(other.Operation).Matches(method, path));
        return ReferenceEquals(first, rule) ? null
            : first is null ? $"no request matches it, not even {method} {path}, which is made from it; write it as [METHOD ]tail/of/path."
            : $"the earlier rule '{first.Operation}' takes {method} {path}; put the more specific rule first.";
    }
}
