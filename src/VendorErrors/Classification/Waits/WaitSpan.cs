using System.Runtime.CompilerServices;

namespace VendorErrors.Classification.Waits;

/// <summary>Reads a span of time where it begins in a sentence: "30 seconds", "1 minute and 30 seconds", "1h30m", "2.12 days", clock text.</summary>
internal static class WaitSpan
{
    /// <summary>The number that sentences write as a word.</summary>
    internal const string One = "one";

    /// <summary>What is read where no span begins.</summary>
    internal const long None = -1;

    // As milliseconds still longer than any wait, so of anything larger it is enough to know that it is; and in days no overflow yet.
    private const long LargestNumber = 10_000_000_000;

    /// <summary>The span in whole milliseconds, rounded up; <see cref="None"/> where none begins here.</summary>
    internal static long Read(ReadOnlySpan<char> text, int at)
    {
        int start = at;
        long sum = 0;

        // Units go down: "1 minute (60 seconds)" says one thing twice.
        long unitBefore = long.MaxValue;
        while ((uint)at < (uint)text.Length && TryReadNumber(text, at, out long whole, out double broken, out int end)
            && WaitUnits.Read(text, SkipSeparators(text, end), out end) is var unit and > 0 && unit < unitBefore)
        {
            sum += broken > 0 ? (long)Math.Ceiling(broken * unit) : whole * unit;
            unitBefore = unit;
            at = NextPart(text, end);
        }

        return unitBefore < long.MaxValue ? sum : ClockText.Read(text, start);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryReadNumber(ReadOnlySpan<char> text, int at, out long whole, out double broken, out int end)
    {
        whole = 0;
        broken = 0;
        end = at;
        for (; (uint)end < (uint)text.Length && WaitWord.IsDigit(text[end]); end++)
        {
            whole = Math.Min((whole * 10) + (text[end] - '0'), LargestNumber);
        }

        if (end == at)
        {
            whole = 1;
            end = at + One.Length;
            return BeginsWithOne(text, at);
        }

        if ((uint)end >= (uint)text.Length || text[end] == ' ')
        {
            return true;
        }

        broken = text[end] is '.' or ',' ? ReadFurther(text, whole, ref end) : 0;
        return end >= text.Length || !WaitWord.IsWithinNumber(text, end);
    }

    /// <summary>Reads what follows the first digits: a fraction, or thousands after a comma. Stops in clock text, and in a version, where no unit can follow.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double ReadFurther(ReadOnlySpan<char> text, double number, ref int end)
    {
        double scale = 0;
        for (; end < text.Length && (WaitWord.IsDigit(text[end]) || WaitWord.IsWithinNumber(text, end)); end++)
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

    private static bool BeginsWithOne(ReadOnlySpan<char> text, int at)
    {
        int end = at + One.Length;
        return end < text.Length && text.Slice(at, One.Length).Equals(One.AsSpan(), StringComparison.OrdinalIgnoreCase) && !WaitWord.Holds(text[end]);
    }

    /// <summary>Where "30 seconds" would be after "1 minute and"; what is put in brackets only explains.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int NextPart(ReadOnlySpan<char> text, int at)
    {
        int next = SkipSeparators(text, at);
        if (next >= text.Length || text[at..next].IndexOf('(') >= 0)
        {
            return text.Length;
        }

        return text[next..].StartsWith("and ".AsSpan(), StringComparison.OrdinalIgnoreCase) ? SkipSeparators(text, next + 4) : next;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int SkipSeparators(ReadOnlySpan<char> text, int at)
    {
        while ((uint)at < (uint)text.Length && !WaitWord.Holds(text[at]))
        {
            at++;
        }

        return at;
    }
}
