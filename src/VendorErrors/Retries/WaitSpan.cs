using System.Runtime.CompilerServices;

namespace VendorErrors.Retries;

/// <summary>Reads a span of time where it begins in a sentence: "30 seconds", "1 minute and 30 seconds", "1h30m", "2.12 days", clock text.</summary>
internal static class WaitSpan
{
    /// <summary>The number that sentences write as a word.</summary>
    internal const string One = "one";

    // Of anything longer it is enough to know that it is longer.
    private const long LargestNumber = 1_000_000_000_000_000;

    internal static bool TryRead(ReadOnlySpan<char> text, int at, out double milliseconds)
    {
        int start = at;
        double sum = 0;

        // Units go down: "1 minute (60 seconds)" says one thing twice.
        double unitBefore = double.MaxValue;
        while (TryReadNumber(text, at, out double number, out int end)
            && WaitUnits.Read(text, SkipSeparators(text, end), out end) is var unit and > 0 && unit < unitBefore)
        {
            sum += number * unit;
            unitBefore = unit;
            at = NextPart(text, end);
        }

        milliseconds = sum;
        return unitBefore < double.MaxValue || ClockText.TryRead(text, start, out milliseconds);
    }

    private static bool TryReadNumber(ReadOnlySpan<char> text, int at, out double number, out int end)
    {
        long whole = 0;
        int i = at;
        for (; (uint)i < (uint)text.Length && WaitWord.IsDigit(text[i]); i++)
        {
            whole = (Math.Min(whole, LargestNumber) * 10) + (text[i] - '0');
        }

        number = whole;
        end = i;
        if (i == at)
        {
            return TryReadOne(text, at, out number, out end);
        }

        if ((uint)i < (uint)text.Length && text[i] != ' ')
        {
            ReadFurther(text, ref number, ref end);
        }

        return true;
    }

    /// <summary>Reads what follows the first digits: a fraction, or thousands behind a comma. Stops in clock text, and in a version, where no unit can follow.</summary>
    private static void ReadFurther(ReadOnlySpan<char> text, ref double number, ref int end)
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
                    return;
                default:
                    number = (number * 10) + (text[end] - '0');
                    scale *= 10;
                    break;
            }
        }

        number = scale == 0 ? number : number / scale;
    }

    private static bool TryReadOne(ReadOnlySpan<char> text, int at, out double number, out int end)
    {
        number = 1;
        end = at + One.Length;
        return end < text.Length && text.Slice(at, One.Length).Equals(One.AsSpan(), StringComparison.OrdinalIgnoreCase) && !WaitWord.Holds(text[end]);
    }

    /// <summary>Where "30 seconds" would stand behind "1 minute and"; what is put in brackets only explains.</summary>
    private static int NextPart(ReadOnlySpan<char> text, int at)
    {
        int next = SkipSeparators(text, at);
        if (text[at..next].IndexOf('(') >= 0)
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
