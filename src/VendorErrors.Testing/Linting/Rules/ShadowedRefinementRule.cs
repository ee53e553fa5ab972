using VendorErrors.Definitions;

namespace VendorErrors.Testing.Linting.Rules;

/// <summary>No words of a refinement are within earlier ones of the same row, which take the message first.</summary>
internal static class ShadowedRefinementRule
{
    internal static IEnumerable<LintFinding> Of(CodeRow row) =>
        from later in row.Refinements.Select((rule, index) => (rule, index))
        let earlier = row.Refinements.Take(later.index).FirstOrDefault(rule => rule.Contains is not null && later.rule.Contains is { } words && rule.Holds(words) && (!rule.AtStart || later.rule.AtStart))
        where earlier is not null
        select new LintFinding(ShadowedRowRule.Id, LintSeverity.Error, RowLabel.Of(row), $"the words \"{later.rule.Contains}\" never count, because \"{earlier.Contains}\" before them matches each such message; put the longer words first.") { Row = row };
}
