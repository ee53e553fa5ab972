namespace VendorErrors.Redaction;

/// <summary>
/// The words of a name as programmers write it: <c>get_token</c>, <c>batch-calls</c>, <c>callFlow</c>, <c>HTTPError</c>. A word is letters of
/// any one alphabet, or digits.
/// </summary>
internal static class WordSplit
{
    internal static List<(int Start, int Length)> Of(string text)
    {
        var words = new List<(int Start, int Length)>(4);
        for (var i = 0; i < text.Length;)
        {
            int end = EndOf(text, i);
            if (end > i)
            {
                words.Add((i, end - i));
            }

            i = Math.Max(end, i + 1);
        }

        return words;
    }

    /// <summary>Whether a text is nothing but known words with single joints between them, and not too many of them.</summary>
    internal static bool AreAllKnown(string text, VendorWords? own, int most)
    {
        var count = 0;
        var wasJoint = true;
        for (var i = 0; i < text.Length;)
        {
            int end = EndOf(text, i);
            if (end == i)
            {
                if (wasJoint || text[i] is not ('-' or '_' or '.' or ' '))
                {
                    return false;
                }

                wasJoint = true;
                i++;
                continue;
            }

            string word = text[i..end];
            if (++count > most || !(KnownWords.Contains(word) || own?.IsOfPattern(word) == true))
            {
                return false;
            }

            wasJoint = false;
            i = end;
        }

        return count > 0 && !wasJoint;
    }

    private static int EndOf(string text, int i)
    {
        int end = i;
        if (char.IsDigit(text[i]))
        {
            while (end < text.Length && char.IsDigit(text[end]))
            {
                end++;
            }

            return end;
        }

        // Upper-case letters up to the last before a lower-case one (HTTP of HTTPError), or one of them and what follows in lower case.
        while (end < text.Length && char.IsUpper(text[end]))
        {
            end++;
        }

        if (end < text.Length && IsLower(text[end]))
        {
            if (end - i > 1)
            {
                return end - 1;
            }

            while (end < text.Length && IsLower(text[end]))
            {
                end++;
            }
        }

        return end;
    }

    private static bool IsLower(char c) => char.IsLetter(c) && !char.IsUpper(c);
}
