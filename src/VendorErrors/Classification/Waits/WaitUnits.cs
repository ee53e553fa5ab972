using System.Runtime.CompilerServices;

namespace VendorErrors.Classification.Waits;

/// <summary>The units of time that sentences use, in singular, plural, or the "second(s)" of careful people.</summary>
internal static class WaitUnits
{
    /// <summary>How many milliseconds the unit at a place is; 0 where none is there.</summary>
    internal static long Read(ReadOnlySpan<char> text, int at, out int end)
    {
        end = at;
        return ((uint)at < (uint)text.Length ? text[at] | WaitWord.LetterCase : 0) switch
        {
            's' when Begins(text, at, "second", out end) || Begins(text, at, "sec", out end) || Begins(text, at, "s", out end) => 1000,
            'm' when Begins(text, at, "minute", out end) || Begins(text, at, "min", out end) => 60_000,
            'm' when Begins(text, at, "millisecond", out end) || Begins(text, at, "ms", out end) || Begins(text, at, "msec", out end) => 1,
            'm' when Begins(text, at, "m", out end) => 60_000,
            'h' when Begins(text, at, "hour", out end) || Begins(text, at, "hr", out end) || Begins(text, at, "h", out end) => 3_600_000,
            'd' when Begins(text, at, "day", out end) || Begins(text, at, "d", out end) => 86_400_000,
            _ => 0,
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Begins(ReadOnlySpan<char> text, int at, string singular, out int end)
    {
        end = at + singular.Length;
        return end <= text.Length && text.Slice(at, singular.Length).Equals(singular.AsSpan(), StringComparison.OrdinalIgnoreCase)
            && EndsWord(text, ref end);
    }

    /// <summary>Whether a word ends here, or after the ending of a plural.</summary>
    private static bool EndsWord(ReadOnlySpan<char> text, ref int end)
    {
        if ((uint)end < (uint)text.Length && (text[end] | WaitWord.LetterCase) == 's')
        {
            end++;
        }
        else if ((uint)end < (uint)text.Length && text[end] == '(' && text[end..].StartsWith("(s)".AsSpan(), StringComparison.OrdinalIgnoreCase))
        {
            end += 3;
        }

        return (uint)end >= (uint)text.Length || WaitWord.IsDigit(text[end]) || !char.IsLetter(text[end]);
    }
}
