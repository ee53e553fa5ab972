namespace VendorErrors.Redaction;

/// <summary>Finds e-mail addresses: everything around an <c>@</c>, a quoted part in front of it too.</summary>
internal static class MailMask
{
    internal static void Mark(string text, bool[] isMasked)
    {
        for (int at = text.IndexOf('@'); at >= 0; at = text.IndexOf('@', at + 1))
        {
            if (isMasked[at])
            {
                continue;
            }

            int start = Beginning(text, at);
            int end = End(text, at);
            for (int i = start; i < end; i++)
            {
                isMasked[i] = true;
            }
        }
    }

    private static int Beginning(string text, int at)
    {
        int last = at - 1;
        while (last >= 0 && char.IsWhiteSpace(text[last]))
        {
            last--;
        }

        // "Ann Example"@example.com
        if (last > 0 && text[last] == '"' && Opening(text, last) is >= 0 and var opening)
        {
            return opening;
        }

        int start = last < 0 ? at : last;
        while (start > 0 && !char.IsWhiteSpace(text[start - 1]))
        {
            start--;
        }

        return start;
    }

    private static int Opening(string text, int closing)
    {
        int opening = text.LastIndexOf('"', closing - 1);
        while (opening > 0 && text[opening - 1] == '\\')
        {
            opening = text.LastIndexOf('"', opening - 1);
        }

        return opening;
    }

    private static int End(string text, int at)
    {
        int end = at + 1;
        while (end < text.Length && char.IsWhiteSpace(text[end]))
        {
            end++;
        }

        while (end < text.Length && !char.IsWhiteSpace(text[end]))
        {
            end++;
        }

        return end;
    }
}
