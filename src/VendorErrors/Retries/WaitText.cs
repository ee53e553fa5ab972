using static VendorErrors.Retries.WaitInvitation;

namespace VendorErrors.Retries;

/// <summary>
/// Finds a wait in a sentence: "try again in 30 seconds", "wait 2 minutes", "retry after 1 second(s)", "replenished in 2.13:47:06".
/// A number counts only with a unit (or as clock text) behind it, and with the words of a <see cref="WaitInvitation"/> before it; so
/// "10 calls per 1 minute", "timed out after 30 seconds" and "must be within 120 to 300 seconds" are none. Allocates nothing.
/// </summary>
internal static class WaitText
{
    private const string One = "one";

    /// <summary>The wait; null where the sentence holds none. An implausible one is reported and not returned.</summary>
    internal static TimeSpan? Find(ReadOnlySpan<char> text, out bool implausible)
    {
        implausible = false;
        for (int at = NextNumber(text, 0); at >= 0; at = NextNumber(text, at + 1))
        {
            if (WaitWords.BeginsAt(text, at) && Ends(text[..at]) && ReadSpan(text[at..], out double milliseconds))
            {
                TimeSpan? wait = WaitWords.IsNegativeAt(text, at) ? null : WaitBounds.Check(milliseconds);
                implausible = wait is null;
                return wait;
            }
        }

        return null;
    }

    /// <summary>The next digit, or the next "one".</summary>
    private static int NextNumber(ReadOnlySpan<char> text, int from)
    {
        ReadOnlySpan<char> rest = text[from..];
        int digit = rest.IndexOfAnyInRange('0', '9');
        int one = (digit < 0 ? rest : rest[..digit]).IndexOf(One.AsSpan(), StringComparison.OrdinalIgnoreCase);
        int next = one < 0 ? digit : one;
        return next < 0 ? next : from + next;
    }

    /// <summary>Reads "30 seconds", "1 minute and 30 seconds", "2.12 days" or clock text at the beginning of a text.</summary>
    private static bool ReadSpan(ReadOnlySpan<char> text, out double milliseconds)
    {
        var words = new WaitWords(text);
        if (!words.MoveNext() || !words.IsNumber)
        {
            milliseconds = 0;
            return false;
        }

        if (ClockText.TryRead(words.Current, out milliseconds))
        {
            return true;
        }

        // Units go down: "1 minute (60 seconds)" says one thing twice.
        double factorBefore = double.MaxValue;
        while (words.IsNumber && TryReadPart(ref words, out double part, out double factor) && factor < factorBefore)
        {
            milliseconds += part;
            factorBefore = factor;
            if (!words.IsGlued && (!words.MoveNext() || words.IsInBrackets || (Is(words.Current, "and") && !words.MoveNext())))
            {
                break;
            }
        }

        return factorBefore < double.MaxValue;
    }

    /// <summary>Reads a number and its unit, glued together or in two words.</summary>
    private static bool TryReadPart(ref WaitWords words, out double milliseconds, out double factor)
    {
        factor = 0;
        milliseconds = 0;
        if (!words.TryReadDecimal(out double number, out ReadOnlySpan<char> unit))
        {
            return false;
        }

        if (unit.IsEmpty)
        {
            if (!words.MoveNext())
            {
                return false;
            }

            unit = words.Current;
        }
        else
        {
            words.KeepGlued(ref unit);
        }

        factor = WaitUnits.MillisecondsOf(unit);
        milliseconds = number * factor;
        return factor > 0;
    }
}
