using VendorErrors.Retries;
using VendorErrors.Rules;
using VendorErrors.Testing.Conformance.Checks;

namespace VendorErrors.Testing.Linting.Rules;

/// <summary>A row's wait is one: a number whose unit was forgotten is a few ticks, or as many days.</summary>
internal static class RowWaitRule
{
    internal const string Id = "wait-without-unit";

    private static readonly TimeSpan s_shortest = TimeSpan.FromMilliseconds(1);

    internal static IEnumerable<LintFinding> Of(CodeRow row) =>
        row.Wait is { } wait && wait >= TimeSpan.Zero && (wait < s_shortest || wait > WaitBounds.Longest)
            ? [new LintFinding(Id, LintSeverity.Error, Texts.Of(row), $"its wait is {wait}; it has to be from a millisecond to {WaitBounds.Longest.Days} days, so look at its unit.") { Row = row }]
            : [];
}
