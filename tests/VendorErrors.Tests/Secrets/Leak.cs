using System.Buffers;
using System.Text;

namespace VendorErrors.Tests.Secrets;

/// <summary>
/// Whether a printed line tells something of a secret. Knows the secret, and nothing of how lines are redacted: four characters of it together
/// are too much, signs included, unless they stand in the words around it; so are four of its digits, whatever stands between them.
/// </summary>
internal static class Leak
{
    private const int Fragment = 4;

    // Line ends, and signs that turn the direction of writing.
    private static readonly SearchValues<char> s_lineEnds = SearchValues.Create("\u0085\u2028\u2029\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069");

    /// <param name="line">What was printed.</param>
    /// <param name="secret">What must not be in it.</param>
    /// <param name="around">The words that the line holds beside the secret.</param>
    /// <returns>What is told; null where nothing is.</returns>
    internal static string? Find(string line, in Secret secret, string around)
    {
        if (line.AsSpan().IndexOfAnyInRange('\0', '\u001F') >= 0 || line.AsSpan().IndexOfAny(s_lineEnds) >= 0)
        {
            return "a second line";
        }

        for (var i = 0; i + Fragment <= line.Length; i++)
        {
            ReadOnlySpan<char> part = line.AsSpan(i, Fragment);
            if (Alphanumerics(part) >= Fragment - 1 && (Contains(secret.Plain, part) || Contains(secret.Written, part)) && !Contains(around, part))
            {
                return part.ToString();
            }
        }

        string digits = Digits(line);
        string secretDigits = Digits(secret.Plain);
        for (var i = 0; i + Fragment <= digits.Length; i++)
        {
            ReadOnlySpan<char> part = digits.AsSpan(i, Fragment);
            if (Contains(secretDigits, part) && !Contains(Digits(around), part))
            {
                return part.ToString();
            }
        }

        return null;
    }

    private static int Alphanumerics(ReadOnlySpan<char> part)
    {
        var count = 0;
        foreach (char c in part)
        {
            count += char.IsLetterOrDigit(c) ? 1 : 0;
        }

        return count;
    }

    private static bool Contains(string text, ReadOnlySpan<char> part) => text.AsSpan().IndexOf(part, StringComparison.Ordinal) >= 0;

    private static string Digits(string text)
    {
        var digits = new StringBuilder(16);
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (Rune.IsDigit(rune))
            {
                digits.Append((char)('0' + (int)Rune.GetNumericValue(rune)));
            }
        }

        return digits.ToString();
    }
}
