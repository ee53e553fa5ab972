namespace VendorErrors.Redaction;

/// <summary>
/// Finds numbers that may be those of phones, cards and accounts: seven digits and more, whatever spaces, hyphens, dots and brackets of any
/// alphabet are between them.
/// </summary>
internal static class NumberMask
{
    private const int PhoneDigits = 7;
    private const int LongestGap = 4;

    internal static void Mark(string text, bool[] isMasked)
    {
        for (var i = 0; i < text.Length;)
        {
            if (!IsDigit(text[i]))
            {
                i++;
                continue;
            }

            int start = i;
            var digits = 0;
            int end = i;
            while (i < text.Length && IsDigit(text[i]))
            {
                digits++;
                end = ++i;
                i = NextDigit(text, i);
            }

            if (digits >= PhoneDigits)
            {
                MarkAll(text, isMasked, start, end);
            }

            i = end;
        }
    }

    private static void MarkAll(string text, bool[] isMasked, int start, int end)
    {
        while (start > 0 && text[start - 1] is '+' or '(')
        {
            start--;
        }

        for (int i = start; i < end; i++)
        {
            isMasked[i] = true;
        }
    }

    // The place of the next digit of the same number; where there is none, the end of the text.
    private static int NextDigit(string text, int i)
    {
        var gap = 0;
        int at = i;
        while (at < text.Length && !IsDigit(text[at]))
        {
            int word = ExtensionWord(text, at);
            if (word == 0 && (char.IsLetter(text[at]) || ++gap > LongestGap))
            {
                return text.Length;
            }

            at += Math.Max(word, 1);
        }

        return at;
    }

    // "x 12" and "ext. 12" belong to the number in front of them.
    private static int ExtensionWord(string text, int at)
    {
        int length = text[at] is 'x' or 'X' ? 1 : string.Compare(text, at, "ext", 0, 3, StringComparison.OrdinalIgnoreCase) == 0 ? 3 : 0;
        return length > 0 && (at + length >= text.Length || !char.IsLetter(text[at + length])) && (at == 0 || !char.IsLetter(text[at - 1])) ? length : 0;
    }

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}
