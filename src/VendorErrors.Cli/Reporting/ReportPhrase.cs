using System.Collections.Frozen;
using System.Globalization;

namespace VendorErrors.Cli.Reporting;

/// <summary>Counts, and what the default policy does after a first attempt, in words for a report.</summary>
internal static class ReportPhrase
{
    private static readonly FrozenDictionary<string, string> s_decisions = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["retry"] = "sent again after a wait",
        ["refresh_then_retry"] = "sent again after a credential refresh",
        ["not_retryable"] = "not sent again: the same would fail again",
        ["effect_unknown"] = "not sent again: it may have happened",
        ["effect_applied"] = "not sent again: it happened",
        ["effect_partial"] = "not sent again: some of it happened",
        ["wait_exceeds_maximum"] = "not sent again now: the vendor asks for a longer wait than the policy allows",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>A count with its noun.</summary>
    internal static string Count(long count, string one, string many) => $"{Number(count)} {(count == 1 ? one : many)}";

    internal static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    internal static string Decision(string name) => s_decisions.GetValueOrDefault(name, $"not sent again: {name.Replace('_', ' ')}");
}
