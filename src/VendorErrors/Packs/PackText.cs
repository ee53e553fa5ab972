using System.Globalization;
using System.Text;

namespace VendorErrors.Packs;

/// <summary>Texts of a pack in messages: what would move a terminal's cursor, or look like something else, is written as its number.</summary>
internal static class PackText
{
    private const int Longest = 80;
    private const int LongestName = 40;

    internal static string Printable(string text)
    {
        var safe = new StringBuilder(text.Length);
        int length = Math.Min(text.Length, Longest);
        for (var i = 0; i < length; i++)
        {
            char c = text[i];
            _ = char.IsSurrogate(c) || IsHazard(text, i) ? safe.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)) : safe.Append(c);
        }

        return text.Length > Longest ? safe.Append('…').ToString() : safe.ToString();
    }

    /// <summary>The first character that moves a cursor, hides, or turns the direction of writing, as its number; null where there is none.</summary>
    internal static string? FindHazard(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (IsHazard(text, i))
            {
                return $"U+{(char.IsSurrogatePair(text, i) ? char.ConvertToUtf32(text, i) : text[i]).ToString("X4", CultureInfo.InvariantCulture)}";
            }
        }

        return null;
    }

    /// <summary>The known word that is nearest to one that is none; null where none is near.</summary>
    internal static string? Nearest(string word, IEnumerable<string> known)
    {
        if (word.Length is 0 or > LongestName)
        {
            return null;
        }

        string lower = word.ToLowerInvariant();
        (string? nearest, int least) = (null, (word.Length / 3) + 1);
        foreach (string candidate in known.Where(candidate => candidate.Length <= LongestName))
        {
            int distance = Distance(candidate.ToLowerInvariant(), lower);
            if (distance < least)
            {
                (nearest, least) = (candidate, distance);
            }
        }

        return nearest;
    }

    // Surrogates are looked at in pairs: there are characters without width among them, too.
    private static bool IsHazard(string text, int i) =>
        text[i] is < ' ' or '\u007F'
        || (text[i] > '\u007F' && CharUnicodeInfo.GetUnicodeCategory(text, i) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    /// <summary>How many letters have to be changed, added or taken away to make one word of another (Levenshtein).</summary>
    internal static int Distance(string left, string right)
    {
        int[] row = [.. Enumerable.Range(0, right.Length + 1)];
        for (var i = 1; i <= left.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                int substituted = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[right.Length];
    }
}
