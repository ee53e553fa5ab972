using VendorErrors.Classification.Bodies;
using VendorErrors.Classification.Waits;
using VendorErrors.Definitions;

namespace VendorErrors.Testing.Linting.Rules;

/// <summary>A place that says how long to wait has a unit, its name does not say another one, and it is not read without being named.</summary>
internal static class WaitHintRule
{
    internal const string Id = "wait-without-unit";
    internal const string AlwaysReadId = "always-read";

    private const string Sample = "120";

    private static readonly (string End, WaitUnit[] Units, string Name)[] s_named =
    [
        ("ms", [WaitUnit.Milliseconds, WaitUnit.EpochMilliseconds], "milliseconds"),
        ("millis", [WaitUnit.Milliseconds, WaitUnit.EpochMilliseconds], "milliseconds"),
        ("milliseconds", [WaitUnit.Milliseconds, WaitUnit.EpochMilliseconds], "milliseconds"),
        ("seconds", [WaitUnit.Seconds, WaitUnit.SecondsOrEpoch, WaitUnit.SecondsOrDate, WaitUnit.Epoch], "seconds"),
        ("secs", [WaitUnit.Seconds, WaitUnit.SecondsOrEpoch, WaitUnit.SecondsOrDate, WaitUnit.Epoch], "seconds"),
        ("minutes", [WaitUnit.Minutes], "minutes"),
        ("mins", [WaitUnit.Minutes], "minutes"),
        ("epoch", [WaitUnit.Epoch, WaitUnit.EpochMilliseconds, WaitUnit.SecondsOrEpoch], "a Unix time"),
    ];

    // What the classification reads of any answer, whatever the definition says, beside Retry-After and its suffixed forms.
    private static readonly string[] s_alwaysRead = ["x-ms-retry-after-ms", "RateLimit-Reset", "RateLimit"];

    internal static IEnumerable<LintFinding> Of(VendorDefinition definition) =>
        definition.WaitHints.Select(hint => (hint, fault: UnitFaultOf(hint), id: Id))
            .Concat(definition.WaitHints.Select(hint => (hint, fault: RepetitionOf(hint), id: AlwaysReadId)))
            .Where(found => found.fault is not null)
            .Select(found => new LintFinding(found.id, LintSeverity.Error, $"the wait hint '{found.hint.Name}'", found.fault!));

    private static string? UnitFaultOf(WaitHint hint)
    {
        if (hint.Unit is < WaitUnit.Seconds or > WaitUnit.EpochMilliseconds)
        {
            return $"its unit is {hint.Unit}, which does not exist.";
        }

        if (hint.Source == WaitSource.MessageText)
        {
            string after = hint.Place.Before?.Trim() ?? string.Empty;
            return FaultOf(hint, "the text after its number", s_named.FirstOrDefault(unit => IsFirstWord(after, unit.End)));
        }

        return FaultOf(hint, "its name", s_named.LastOrDefault(unit => EndsWithWord(hint.Member ?? hint.Name, unit.End)));
    }

    private static string? FaultOf(WaitHint hint, string where, (string End, WaitUnit[] Units, string Name) named) =>
        named.Units is null || named.Units.Contains(hint.Unit) ? null : $"{where} says {named.Name}, and its unit is {hint.Unit}.";

    private static string? RepetitionOf(WaitHint hint) => hint.Source switch
    {
        WaitSource.VendorHeader when hint.Member is null && (ResponseHeaders.IsNameOrSuffixed(hint.Name, ResponseHeaders.RetryAfter) || s_alwaysRead.Contains(hint.Name, StringComparer.OrdinalIgnoreCase)) => "this header is read of any answer; remove the hint.",
        WaitSource.MessageText when hint.Unit == WaitUnit.Seconds
            && WaitPhrase.Find($"{hint.Place.After}{Sample}{hint.Place.Before}".AsSpan(), out _) == TimeSpan.FromSeconds(int.Parse(Sample, System.Globalization.CultureInfo.InvariantCulture)) => "such a sentence is read of any answer; remove the hint.",
        _ => null,
    };

    private static bool IsFirstWord(string text, string word) =>
        text.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (text.Length == word.Length || !char.IsLetter(text[word.Length]));

    // retryAfterMs, retry_after_ms, Retry-After-Ms; but not "terms", whose last letters are no word.
    private static bool EndsWithWord(string name, string end) =>
        name.EndsWith(end, StringComparison.OrdinalIgnoreCase)
        && (name.Length == end.Length || name[name.Length - end.Length - 1] is '-' or '_' or '.' || char.IsUpper(name[name.Length - end.Length]));
}
