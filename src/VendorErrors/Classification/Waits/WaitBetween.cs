namespace VendorErrors.Classification.Waits;

/// <summary>Reads a number that a message states between two texts, as in <c>please wait [ 1500 ]</c>, where the sentence does not say its unit.</summary>
internal static class WaitBetween
{
    /// <summary>The number as text; null where the two texts with a number between them are not there.</summary>
    internal static string? Find(string message, string? after, string? before)
    {
        if (string.IsNullOrEmpty(after) || string.IsNullOrEmpty(before))
        {
            return null;
        }

        for (int at = message.IndexOf(after, StringComparison.OrdinalIgnoreCase); at >= 0; at = message.IndexOf(after, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            int start = SkipBlank(message, at + after!.Length);
            int end = EndOfNumber(message, start);
            if (end > start && (StartsAt(message, end, before!) || StartsAt(message, SkipBlank(message, end), before!)))
            {
                return message[start..end];
            }
        }

        return null;
    }

    private static bool StartsAt(string message, int at, string text) => string.Compare(message, at, text, 0, text.Length, StringComparison.OrdinalIgnoreCase) == 0;

    private static int SkipBlank(string message, int at)
    {
        while (at < message.Length && message[at] == ' ')
        {
            at++;
        }

        return at;
    }

    /// <summary>The position after digits with at most one point between them.</summary>
    private static int EndOfNumber(string message, int at)
    {
        int end = SkipDigits(message, at);
        int fraction = end > at && end + 1 < message.Length && message[end] == '.' ? SkipDigits(message, end + 1) : end;
        return fraction > end + 1 ? fraction : end;
    }

    private static int SkipDigits(string message, int at)
    {
        while (at < message.Length && WaitSpan.IsDigit(message[at]))
        {
            at++;
        }

        return at;
    }
}
