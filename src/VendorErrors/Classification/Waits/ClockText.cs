using System.Runtime.CompilerServices;

namespace VendorErrors.Classification.Waits;

/// <summary>A span as clock text: <c>00:06:46</c> (hours, minutes, seconds) or <c>2.13:47:06</c> (days before it).</summary>
internal static class ClockText
{
    private const int MostDigits = 6;

    /// <summary>Reads clock text where it begins in a sentence. A fraction of the last second is rounded up.</summary>
    internal static long Read(ReadOnlySpan<char> text, int at)
    {
        long days = 0;
        long hours = ReadNumber(text, ref at);
        if (Skip(text, ref at, '.'))
        {
            days = hours;
            hours = ReadNumber(text, ref at);
        }

        if (!TryReadSixtieth(text, ref at, out long minutes) || !TryReadSixtieth(text, ref at, out long seconds))
        {
            return WaitSpan.None;
        }

        if (Skip(text, ref at, '.'))
        {
            int fraction = at;
            while (at < text.Length && WaitWord.IsDigit(text[at]))
            {
                at++;
            }

            seconds += text[fraction..at].Trim('0').IsEmpty ? 0 : 1;
        }

        bool isWhole = at == text.Length || !(WaitWord.Holds(text[at]) || WaitWord.IsWithinNumber(text, at));
        return isWhole ? ((((((days * 24) + hours) * 60) + minutes) * 60) + seconds) * 1000 : WaitSpan.None;
    }

    private static bool TryReadSixtieth(ReadOnlySpan<char> text, ref int at, out long number)
    {
        bool isThere = Skip(text, ref at, ':');
        number = ReadNumber(text, ref at);
        return isThere && number < 60;
    }

    /// <summary>Of a longer number the further digits stay, where a colon or the end should be.</summary>
    private static long ReadNumber(ReadOnlySpan<char> text, ref int at)
    {
        long number = 0;
        for (int most = Math.Min(text.Length, at + MostDigits); at < most && WaitWord.IsDigit(text[at]); at++)
        {
            number = (number * 10) + (text[at] - '0');
        }

        return number;
    }

    /// <summary>Skips a point or colon after a number; the point that ends a sentence stays.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Skip(ReadOnlySpan<char> text, ref int at, char separator)
    {
        bool isThere = at + 1 < text.Length && text[at] == separator && WaitWord.IsDigit(text[at + 1]);
        at += isThere ? 1 : 0;
        return isThere;
    }
}
