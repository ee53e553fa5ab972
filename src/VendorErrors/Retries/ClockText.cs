namespace VendorErrors.Retries;

/// <summary>A span as clock text: <c>00:06:46</c> (hours, minutes, seconds) or <c>2.13:47:06</c> (days before it).</summary>
internal static class ClockText
{
    internal static bool TryRead(ReadOnlySpan<char> text, out double milliseconds)
    {
        milliseconds = 0;
        if (text.IndexOf(':') < 0)
        {
            return false;
        }

        // A fraction of the last second is rounded up.
        int fraction = text.LastIndexOf('.');
        var roundUp = 0;
        if (fraction > text.LastIndexOf(':'))
        {
            roundUp = text[(fraction + 1)..].Trim('0').IsEmpty ? 0 : 1;
            text = text[..fraction];
        }

        int point = text.IndexOf('.');
        long days = 0;
        if (point >= 0)
        {
            if (!TryReadNumber(text[..point], out days))
            {
                return false;
            }

            text = text[(point + 1)..];
        }

        if (!TryTake(ref text, out long hours) || !TryTake(ref text, out long minutes) || !TryReadNumber(text, out long seconds) || minutes > 59 || seconds > 59)
        {
            return false;
        }

        milliseconds = ((((((days * 24d) + hours) * 60) + minutes) * 60) + seconds + roundUp) * 1000;
        return true;
    }

    private static bool TryTake(ref ReadOnlySpan<char> text, out long number)
    {
        int colon = text.IndexOf(':');
        number = 0;
        if (colon < 0 || !TryReadNumber(text[..colon], out number))
        {
            return false;
        }

        text = text[(colon + 1)..];
        return true;
    }

    private static bool TryReadNumber(ReadOnlySpan<char> digits, out long number)
    {
        number = 0;
        foreach (char c in digits)
        {
            if (c is < '0' or > '9')
            {
                return false;
            }

            number = (number * 10) + (c - '0');
        }

        return digits.Length is > 0 and <= 6;
    }
}
