using System.Text.RegularExpressions;

namespace VendorErrors.Tests.Docs;

/// <summary>The words that the project does not use, as a reader meets them seldom.</summary>
internal static partial class EverydayWords
{
    /// <summary>The first such word of a text; null where it has none.</summary>
    internal static string? FindOther(string text) => OldWord().Match(text) is { Success: true } match ? match.Value : null;

    [GeneratedRegex(@"\banew\b|\bwhatsoever\b|\bcase aside\b|\benrol|\bstands? (in|at|before|behind|beside|between|there|twice)\b(?! for)|\b(told|tells|tell)\b(?! the truth)|\bmore particular\b|\bmost particular\b|\bcool-down|\bback-off|\btime-out|\bwhole numbers?\b|\ba slip\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex OldWord();
}
