using System.Runtime.CompilerServices;

namespace VendorErrors.Retries;

/// <summary>A span as clock text: <c>00:06:46</c> (hours, minutes, seconds) or <c>2.13:47:06</c> (days before it).</summary>
internal static class ClockText
{
    private const int MostDigits = 6;

    /// <summary>Reads clock text where it begins in a sentence. A fraction of the last second is rounded up.</summary>
    internal static bool TryRead(ReadOnlySpan<char> text, int at, out double milliseconds)
    {
        milliseconds = 0;
        long days = 0;
        if (!TryReadNumber(text, ref at, out long hours))
        {
            return false;
        }

        if (Skip(text, ref at, '.'))
        {
            days = hours;
            if (!TryReadNumber(text, ref at, out hours))
            {
                return false;
            }
        }

        if (!TryReadSixtieth(text, ref at, out long minutes) || !TryReadSixtieth(text, ref at, out long seconds))
        {
            return false;
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

        milliseconds = ((((((days * 24) + hours) * 60) + minutes) * 60) + seconds) * 1000d;
        return at == text.Length || !(WaitWord.Holds(text[at]) || WaitWord.IsWithinNumber(text, at));
    }

    private static bool TryReadSixtieth(ReadOnlySpan<char> text, ref int at, out long number)
    {
        number = 0;
        return Skip(text, ref at, ':') && TryReadNumber(text, ref at, out number) && number < 60;
    }

    private static bool TryReadNumber(ReadOnlySpan<char> text, ref int at, out long number)
    {
        int start = at;
        for (number = 0; at < text.Length && at - start <= MostDigits && WaitWord.IsDigit(text[at]); at++)
        {
            number = (number * 10) + (text[at] - '0');
        }

        return at - start is > 0 and <= MostDigits;
    }

    /// <summary>Skips a point or colon behind a number; the point that ends a sentence stays.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Skip(ReadOnlySpan<char> text, ref int at, char separator)
    {
        bool isThere = at + 1 < text.Length && text[at] == separator && WaitWord.IsDigit(text[at + 1]);
        at += isThere ? 1 : 0;
        return isThere;
    }
}
