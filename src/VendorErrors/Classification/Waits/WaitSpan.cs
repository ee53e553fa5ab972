namespace VendorErrors.Classification.Waits;

/// <summary>
/// Reads a span of time where it begins in a sentence: "30 seconds", "1 minute and 30 seconds", "1h30m", "2.12 days", or clock text, which is
/// <c>00:06:46</c> (hours, minutes, seconds) or <c>2.13:47:06</c> (days before it).
/// </summary>
internal static class WaitSpan
{
    /// <summary>The number that sentences write as a word.</summary>
    internal const string One = "one";

    // As milliseconds still longer than any wait, so of anything larger it is enough to know that it is; and in days no overflow yet.
    private const long LargestNumber = 10_000_000_000;

    private const int MostClockDigits = 6;

    // In singular; an "s" or a careful "(s)" may follow.
    private static readonly (string Word, long Milliseconds)[] s_units =
    [
        ("second", 1000), ("sec", 1000), ("s", 1000), ("minute", 60_000), ("min", 60_000), ("m", 60_000), ("hour", 3_600_000), ("hr", 3_600_000), ("h", 3_600_000),
        ("day", 86_400_000), ("d", 86_400_000), ("millisecond", 1), ("msec", 1), ("ms", 1),
    ];

    /// <summary>Reads the span in whole milliseconds, rounded up; false where none begins here.</summary>
    internal static bool TryRead(ReadOnlySpan<char> text, int at, out long milliseconds)
    {
        int start = at;
        milliseconds = 0;

        // Units go down: "1 minute (60 seconds)" says one thing twice.
        long unitBefore = long.MaxValue;
        while (at < text.Length && TryReadNumber(text, at, out long whole, out double broken, out int end)
            && ReadUnit(text, SkipSeparators(text, end), out end) is var unit and > 0 && unit < unitBefore)
        {
            milliseconds += broken > 0 ? (long)Math.Ceiling(broken * unit) : whole * unit;
            unitBefore = unit;
            at = NextPart(text, end);
        }

        return unitBefore < long.MaxValue || TryReadClock(text, start, out milliseconds);
    }

    /// <summary>Whether the word "one" begins here.</summary>
    internal static bool IsOne(ReadOnlySpan<char> text, int at) =>
        at + One.Length < text.Length && text.Slice(at, One.Length).Equals(One.AsSpan(), StringComparison.OrdinalIgnoreCase) && !IsWordCharacter(text[at + One.Length]);

    internal static bool IsDigit(char c) => c is >= '0' and <= '9';

    internal static bool IsWordCharacter(char c) => IsDigit(c) || (char)(c | ' ') is >= 'a' and <= 'z';

    private static bool TryReadNumber(ReadOnlySpan<char> text, int at, out long whole, out double broken, out int end)
    {
        broken = 0;
        end = at;
        if (!IsDigit(text[at]))
        {
            whole = 1;
            end += One.Length;
            return IsOne(text, at);
        }

        for (whole = 0; end < text.Length && IsDigit(text[end]); end++)
        {
            whole = Math.Min((whole * 10) + (text[end] - '0'), LargestNumber);
        }

        broken = end < text.Length && text[end] is '.' or ',' ? ReadFurther(text, whole, ref end) : 0;
        return end >= text.Length || !IsWithinNumber(text, end);
    }

    /// <summary>Reads what follows the first digits: a fraction, or thousands after a comma. Stops in clock text, and in a version, where no unit can follow.</summary>
    private static double ReadFurther(ReadOnlySpan<char> text, double number, ref int end)
    {
        double scale = 0;
        for (; end < text.Length && (IsDigit(text[end]) || IsWithinNumber(text, end)); end++)
        {
            switch (text[end])
            {
                case ',':
                    break;
                case '.' when scale == 0:
                    scale = 1;
                    break;
                case '.' or ':':
                    return 0;
                default:
                    number = (number * 10) + (text[end] - '0');
                    scale *= 10;
                    break;
            }
        }

        return Math.Min(scale == 0 ? number : number / scale, LargestNumber);
    }

    /// <summary>Whether the character after a digit is a point or colon with another digit after it, or the comma of thousands.</summary>
    private static bool IsWithinNumber(ReadOnlySpan<char> text, int at) =>
        text[at] is '.' or ':' or ',' && at + 1 < text.Length && IsDigit(text[at + 1])
        && (text[at] != ',' || (at + 3 < text.Length && IsDigit(text[at + 2]) && IsDigit(text[at + 3])));

    /// <summary>How many milliseconds the unit at a place is; 0 where none is there.</summary>
    private static long ReadUnit(ReadOnlySpan<char> text, int at, out int end)
    {
        for (end = at; end < text.Length && char.IsLetter(text[end]); end++)
        {
        }

        ReadOnlySpan<char> word = text[at..end];
        long unit = UnitOf(word);
        if (unit == 0)
        {
            return word is [.., 's' or 'S'] ? UnitOf(word[..^1]) : 0;
        }

        bool isCareful = text[end..].StartsWith("(s)".AsSpan(), StringComparison.OrdinalIgnoreCase);
        end += isCareful ? 3 : 0;
        return isCareful && end < text.Length && char.IsLetter(text[end]) ? 0 : unit;
    }

    private static long UnitOf(ReadOnlySpan<char> word)
    {
        foreach ((string known, long milliseconds) in s_units)
        {
            if (word.Equals(known.AsSpan(), StringComparison.OrdinalIgnoreCase))
            {
                return milliseconds;
            }
        }

        return 0;
    }

    /// <summary>Where "30 seconds" would be after "1 minute and"; what is put in brackets only explains.</summary>
    private static int NextPart(ReadOnlySpan<char> text, int at)
    {
        int next = SkipSeparators(text, at);
        if (next >= text.Length || text[at..next].IndexOf('(') >= 0)
        {
            return text.Length;
        }

        return text[next..].StartsWith("and ".AsSpan(), StringComparison.OrdinalIgnoreCase) ? SkipSeparators(text, next + 4) : next;
    }

    private static int SkipSeparators(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && !IsWordCharacter(text[at]))
        {
            at++;
        }

        return at;
    }

    // A fraction of the last second is rounded up.
    private static bool TryReadClock(ReadOnlySpan<char> text, int at, out long milliseconds)
    {
        long days = 0;
        long hours = ReadClockNumber(text, ref at);
        if (SkipWithinClock(text, ref at, '.'))
        {
            days = hours;
            hours = ReadClockNumber(text, ref at);
        }

        bool isClock = TryReadSixtieth(text, ref at, out long minutes) & TryReadSixtieth(text, ref at, out long seconds);
        if (isClock && SkipWithinClock(text, ref at, '.'))
        {
            int fraction = at;
            while (at < text.Length && IsDigit(text[at]))
            {
                at++;
            }

            seconds += text[fraction..at].Trim('0').IsEmpty ? 0 : 1;
        }

        milliseconds = ((((((days * 24) + hours) * 60) + minutes) * 60) + seconds) * 1000;
        return isClock && (at == text.Length || !(IsWordCharacter(text[at]) || IsWithinNumber(text, at)));
    }

    private static bool TryReadSixtieth(ReadOnlySpan<char> text, ref int at, out long number)
    {
        bool isThere = SkipWithinClock(text, ref at, ':');
        number = ReadClockNumber(text, ref at);
        return isThere && number < 60;
    }

    /// <summary>Of a longer number the further digits stay, where a colon or the end should be.</summary>
    private static long ReadClockNumber(ReadOnlySpan<char> text, ref int at)
    {
        long number = 0;
        for (int most = Math.Min(text.Length, at + MostClockDigits); at < most && IsDigit(text[at]); at++)
        {
            number = (number * 10) + (text[at] - '0');
        }

        return number;
    }

    /// <summary>Skips a point or colon between two numbers; the point that ends a sentence stays.</summary>
    private static bool SkipWithinClock(ReadOnlySpan<char> text, ref int at, char separator)
    {
        bool isThere = at + 1 < text.Length && text[at] == separator && IsDigit(text[at + 1]);
        at += isThere ? 1 : 0;
        return isThere;
    }
}
