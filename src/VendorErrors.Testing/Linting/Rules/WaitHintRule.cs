using VendorErrors.Definitions;

namespace VendorErrors.Testing.Linting.Rules;

/// <summary>A place that says how long to wait has a unit, and its name does not say another one.</summary>
internal static class WaitHintRule
{
    internal const string Id = "wait-without-unit";

    private static readonly (string End, WaitUnit Unit)[] s_named =
    [
        ("ms", WaitUnit.Milliseconds),
        ("millis", WaitUnit.Milliseconds),
        ("milliseconds", WaitUnit.Milliseconds),
        ("seconds", WaitUnit.Seconds),
        ("secs", WaitUnit.Seconds),
    ];

    internal static IEnumerable<LintFinding> Of(VendorDefinition definition) =>
        definition.WaitHints.Select(hint => (hint, fault: FaultOf(hint))).Where(found => found.fault is not null)
            .Select(found => new LintFinding(Id, LintSeverity.Error, $"the wait hint '{found.hint.Name}'", found.fault!));

    private static string? FaultOf(WaitHint hint)
    {
        if (!(hint.Unit is WaitUnit.Seconds or WaitUnit.Milliseconds or WaitUnit.Date or WaitUnit.SecondsOrEpoch or WaitUnit.SecondsOrDate))
        {
            return $"its unit is {hint.Unit}, which does not exist.";
        }

        WaitUnit? named = s_named.Where(unit => EndsWithWord(hint.Name, unit.End)).Select(unit => (WaitUnit?)unit.Unit).LastOrDefault();
        return named == WaitUnit.Milliseconds && hint.Unit != WaitUnit.Milliseconds ? $"its name says milliseconds, and its unit is {hint.Unit}."
            : named == WaitUnit.Seconds && hint.Unit is WaitUnit.Milliseconds or WaitUnit.Date ? $"its name says seconds, and its unit is {hint.Unit}."
            : null;
    }

    // retryAfterMs, retry_after_ms, Retry-After-Ms; but not "terms", whose last letters are no word.
    private static bool EndsWithWord(string name, string end) =>
        name.EndsWith(end, StringComparison.OrdinalIgnoreCase)
        && (name.Length == end.Length || name[name.Length - end.Length - 1] is '-' or '_' or '.' || char.IsUpper(name[name.Length - end.Length]));
}
