using VendorErrors.Definitions;

namespace VendorErrors.Testing.Linting.Rules;

/// <summary>The rules on a row by itself.</summary>
internal static class RowRules
{
    internal static IEnumerable<LintFinding> Of(CodeRow row) => [.. SourceRule.Of(row), .. RetryRule.Of(row), .. ShadowedRefinementRule.Of(row), .. WeakeningRule.Of(row)];
}
