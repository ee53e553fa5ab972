namespace VendorErrors.Retries;

/// <summary>
/// Finds a wait in a sentence: "try again in 30 seconds", "wait 2 minutes", "retry after 1 second(s)", "replenished in 2.13:47:06".
/// A number counts only with a unit (or as clock text), behind a word that announces it ("in", "after", "wait"), and with a word
/// before that invites to come back ("try", "again", "reset"); so "10 calls per 1 minute", "timed out after 30 seconds" and "must be
/// within 120 to 300 seconds" are none. Allocates nothing.
/// </summary>
internal static class WaitText
{
    // "Retry your request for this number in 30 seconds": so far may the invitation stand from the number.
    private const int LongestInvitation = 8;

    /// <summary>The wait; null where the sentence holds none. An implausible one is reported and not returned.</summary>
    internal static TimeSpan? Find(ReadOnlySpan<char> text, out bool implausible)
    {
        implausible = false;
        var announced = false;
        var invitedFor = 0;
        var words = new WaitWords(text);
        while (words.MoveNext())
        {
            if (!words.IsNumber && !(announced && invitedFor > 0 && Is(words.Current, "one")))
            {
                announced = Announces(words.Current) || (announced && IsFiller(words.Current));
                invitedFor = Invites(words.Current) ? LongestInvitation : invitedFor - 1;
                continue;
            }

            bool negative = words.IsNegative;
            if (announced && invitedFor > 0 && ReadSpan(ref words, out double milliseconds))
            {
                TimeSpan? wait = negative ? null : WaitBounds.Check(milliseconds);
                implausible = wait is null;
                return wait;
            }

            announced = false;
            invitedFor = 0;
        }

        return null;
    }

    /// <summary>Reads "30 seconds", "1 minute and 30 seconds", "2.12 days" or clock text; stands behind it afterwards.</summary>
    private static bool ReadSpan(ref WaitWords words, out double milliseconds)
    {
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

        factor = MillisecondsOf(unit);
        milliseconds = number * factor;
        return factor > 0;
    }

    private static bool Invites(ReadOnlySpan<char> word) =>
        Is(word, "again") || Is(word, "retry") || Is(word, "try") || Is(word, "wait") || Is(word, "reset") || Is(word, "resets")
        || Is(word, "resend") || Is(word, "resending") || Is(word, "possible") || Is(word, "allowed") || Is(word, "permitted")
        || Is(word, "replenished") || Is(word, "renewed") || Is(word, "available") || Is(word, "back") || Is(word, "resume") || Is(word, "resumes");

    private static bool Announces(ReadOnlySpan<char> word) =>
        Is(word, "in") || Is(word, "after") || Is(word, "wait") || Is(word, "another");

    private static bool IsFiller(ReadOnlySpan<char> word) =>
        Is(word, "for") || Is(word, "at") || Is(word, "least") || Is(word, "about") || Is(word, "approximately") || Is(word, "a");

    private static double MillisecondsOf(ReadOnlySpan<char> unit) =>
        Is(unit, "ms") || IsPlural(unit, "millisecond") || IsPlural(unit, "msec") ? 1
        : Is(unit, "s") || IsPlural(unit, "second") || IsPlural(unit, "sec") ? 1000
        : Is(unit, "m") || IsPlural(unit, "minute") || IsPlural(unit, "min") ? 60_000
        : Is(unit, "h") || IsPlural(unit, "hour") || IsPlural(unit, "hr") ? 3_600_000
        : Is(unit, "d") || IsPlural(unit, "day") ? 86_400_000
        : 0;

    /// <summary>The singular, the plural, and the form of careful people: second, seconds, second(s).</summary>
    private static bool IsPlural(ReadOnlySpan<char> word, string singular) =>
        word.StartsWith(singular.AsSpan(), StringComparison.OrdinalIgnoreCase)
        && word[singular.Length..] is var rest && (rest.IsEmpty || Is(rest, "s") || Is(rest, "(s"));

    private static bool Is(ReadOnlySpan<char> word, string other) => word.Equals(other.AsSpan(), StringComparison.OrdinalIgnoreCase);
}
