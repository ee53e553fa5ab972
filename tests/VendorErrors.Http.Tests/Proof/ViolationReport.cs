using System.Globalization;

namespace VendorErrors.Http.Tests.Proof;

/// <summary>Tells of violations by their kind: how many scripts, and the shortest of them with its seed.</summary>
internal static class ViolationReport
{
    private const int LongestKind = 90;

    internal static string Of(IReadOnlyDictionary<ulong, IReadOnlyList<string>> violations)
    {
        var kinds = violations
            .SelectMany(pair => pair.Value.Select(text => (Seed: pair.Key, Text: text)))
            .GroupBy(found => KindOf(found.Text), StringComparer.Ordinal)
            .OrderByDescending(kind => kind.Count());
        return string.Join("\n\n", kinds.Select(kind =>
        {
            (ulong seed, string text) = kind.MinBy(found => ScriptMaker.Make(found.Seed).Callers.Sum(calls => calls.Sum(call => call.Steps.Count)));
            string? call = text.StartsWith("call ", StringComparison.Ordinal) ? text[..text.IndexOf(':', StringComparison.Ordinal)] + " " : null;
            string[] lines = ScriptMaker.Make(seed).ToString().Split('\n');
            IEnumerable<string> relevant = lines.Where((line, i) => i == 0 || call is null || line.Contains(call, StringComparison.Ordinal));
            return string.Create(CultureInfo.InvariantCulture, $"{kind.Count()} times, such as: {text}\n{string.Join('\n', relevant)}");
        }));
    }

    // The same words with other numbers are the same kind.
    private static string KindOf(string text)
    {
        string words = string.Concat(text.Where(c => !char.IsDigit(c)));
        return words.Length > LongestKind ? words[..LongestKind] : words;
    }
}
