using VendorErrors.Packs;

namespace VendorErrors.Cli.Input;

/// <summary>How far two words are apart (Levenshtein), for "did you mean". A word that is a part of the other counts as near.</summary>
internal static class EditDistance
{
    /// <summary>The nearest of some words, where a word's first part before a hyphen counts as the word too.</summary>
    internal static string[] Nearest(string word, IEnumerable<string> known, int count) =>
        [.. known.OrderBy(candidate => ToNearer(candidate, word)).Take(count)];

    /// <summary>"did you mean" for a word that is near enough to a known one; nothing otherwise.</summary>
    internal static string Suggest(string word, IEnumerable<string> known)
    {
        string? nearest = Nearest(word, known, 1).FirstOrDefault();
        return nearest is not null && ToNearer(nearest, word) <= Math.Max(2, word.Length / 3) && word.Length > 1 ? $"; did you mean '{nearest}'?" : ";";
    }

    private static int ToNearer(string candidate, string word) =>
        candidate.IndexOf('-', StringComparison.Ordinal) > 1 ? Math.Min(Between(candidate, word), Between(candidate.Split('-')[0], word)) : Between(candidate, word);

    private static int Between(string left, string right) =>
        right.Length > 1 && (left.Contains(right, StringComparison.Ordinal) || right.Contains(left, StringComparison.Ordinal)) ? 0 : PackText.Distance(left, right);
}
