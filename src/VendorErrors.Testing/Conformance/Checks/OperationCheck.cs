using VendorErrors.Testing.Linting.Rules;

namespace VendorErrors.Testing.Conformance.Checks;

/// <summary>Each rule on an operation is the one that counts for a request made from its own pattern.</summary>
internal static class OperationCheck
{
    internal static IEnumerable<ConformanceCase> Of(Vendor vendor) =>
        vendor.Definition.Operations.Select(rule => new ConformanceCase(vendor, "operation rule is reached", $"the operation '{rule.Operation}'", () => ShadowedOperationRule.FaultOf(vendor.Definition, rule)));
}
