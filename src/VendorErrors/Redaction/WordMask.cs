namespace VendorErrors.Redaction;

/// <summary>Finds keys and tokens: words that are mixed of letters and digits, or of upper and lower case, or that are too long for a language.</summary>
internal static class WordMask
{
    private const int ShortestMixedPart = 8;
    private const int ShortestMixedWord = 10;
    private const int LongestPart = 19;
    private const int LongestUpperPart = 11;

    // What follows one of these and an equals sign, or a scheme and a space, is hidden whatever it looks like.
    private static readonly HashSet<string> s_labels = new(
        ["password", "passwd", "pwd", "secret", "token", "key", "apikey", "authorization", "signature", "sig", "pin", "otp", "credential", "credentials"],
        StringComparer.OrdinalIgnoreCase);

    internal static void Mark(string text, bool[] isMasked)
    {
        var isBehindLabel = false;
        for (var i = 0; i < text.Length;)
        {
            int end = i;
            while (end < text.Length && !IsSeparator(text[end]))
            {
                end++;
            }

            if (end > i)
            {
                string word = text[i..end];
                bool isLink = end + 2 < text.Length && string.CompareOrdinal(text, end, "://", 0, 3) == 0;
                end = isLink ? EndOfLink(text, end) : end;
                if (isBehindLabel || isLink || IsSecret(word))
                {
                    isMasked.AsSpan(i, end - i).Fill(true);
                }

                isBehindLabel = IsLabel(text, word, end) || (isBehindLabel && IsScheme(word));
            }

            i = Math.Max(end, i + 1);
        }
    }

    private static int EndOfLink(string text, int end)
    {
        while (end < text.Length && !char.IsWhiteSpace(text[end]))
        {
            end++;
        }

        return end;
    }

    private static bool IsScheme(string word) =>
        string.Equals(word, "Bearer", StringComparison.OrdinalIgnoreCase) || string.Equals(word, "Basic", StringComparison.OrdinalIgnoreCase);

    private static bool IsLabel(string text, string word, int end)
    {
        if (IsScheme(word))
        {
            return true;
        }

        // password=, "password": and password : "
        while (end < text.Length && (text[end] == ' ' || text[end] is '"' or '\''))
        {
            end++;
        }

        return end < text.Length && text[end] is '=' or ':' && WordSplit.Of(word) is { Count: > 0 } parts && parts[^1] is var last && s_labels.Contains(word.Substring(last.Start, last.Length));
    }

    // A slash, plus, hyphen or underscore occurs within base64.
    private static bool IsSeparator(char c) =>
        char.IsWhiteSpace(c) || c is '"' or '\'' or '<' or '>' or '(' or ')' or '[' or ']' or '{' or '}' or ',' or ';' or ':' or '=' or '&' or '?' or '!' or '|';

    private static bool IsSecret(string word)
    {
        var letters = 0;
        var digits = 0;
        var hasMixedPart = false;
        var hasOddCase = false;
        for (var i = 0; i < word.Length;)
        {
            int end = i;
            var partLetters = 0;
            while (end < word.Length && IsAlphanumeric(word[end]))
            {
                partLetters += word[end] > '9' ? 1 : 0;
                end++;
            }

            if (end > i)
            {
                string part = word[i..end];
                int partDigits = part.Length - partLetters;
                bool isMixed = partLetters > 0 && partDigits > 0;
                if (isMixed && part.Length >= ShortestMixedPart)
                {
                    return true;
                }

                if (partDigits == 0 && IsTooLong(part))
                {
                    return true;
                }

                hasMixedPart |= isMixed && !IsNamed(part);
                hasOddCase |= partDigits == 0 && IsOddCase(part);
                letters += partLetters;
                digits += partDigits;
            }

            i = Math.Max(end, i + 1);
        }

        return (hasMixedPart || hasOddCase) && letters + digits >= ShortestMixedWord;
    }

    private static bool IsAlphanumeric(char c) => c is (>= '0' and <= '9') or (>= 'A' and <= 'Z') or (>= 'a' and <= 'z');

    // 8x8 and v1: known, or a version.
    private static bool IsNamed(string part) => KnownWords.Contains(part) || (part.Length <= 3 && part[0] is 'v' or 'V');

    private static bool IsTooLong(string part) => (part.Length > LongestPart || (part.Length > LongestUpperPart && IsUpper(part))) && !AreKnown(part);

    private static bool IsUpper(string part) => part.All(c => c is >= 'A' and <= 'Z');

    // Upper case within a word, unless the word is made of known ones, such as phoneNumber.
    private static bool IsOddCase(string part)
    {
        for (var i = 1; i < part.Length; i++)
        {
            if (part[i] is >= 'A' and <= 'Z')
            {
                return !IsUpper(part) && !AreKnown(part);
            }
        }

        return false;
    }

    private static bool AreKnown(string part) => WordSplit.AreAllKnown(part, own: null, int.MaxValue);
}
