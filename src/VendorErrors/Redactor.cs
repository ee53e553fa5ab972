using System.Text;

namespace VendorErrors;

/// <summary>
/// Takes out of a text what must not reach a log: phone numbers, e-mail addresses, tokens. Cautious: it hides too much rather than too little.
/// </summary>
internal static class Redactor
{
    private const string Mask = "***";

    // From seven digits on a run of digits may be a phone number; from sixteen characters on a word with digits in it may be a token.
    private const int PhoneDigits = 7;
    private const int TokenLength = 16;

    /// <summary>The path of an address, without host, user and query, each segment redacted.</summary>
    internal static string Path(Uri? uri)
    {
        if (uri is null)
        {
            return string.Empty;
        }

        string path = uri.IsAbsoluteUri ? uri.AbsolutePath : uri.OriginalString.Split('?', '#')[0];
        return string.Join("/", Uri.UnescapeDataString(path).Split('/').Select(Text));
    }

    /// <summary>A text with each word that may be a secret or a person's data masked.</summary>
    internal static string Text(string text)
    {
        text = text.IndexOf('@') < 0 ? text : string.Join(" ", text.Split(' ').Select(word => word.IndexOf('@') < 0 ? word : Mask));
        var result = new StringBuilder(text.Length);
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || !IsWordPart(text, i))
            {
                ReadOnlySpan<char> word = text.AsSpan(start, i - start);
                _ = IsSensitive(word) ? result.Append(Mask) : result.Append(text, start, i - start);
                if (i < text.Length)
                {
                    // A line break in an address must not make a second line in a log.
                    result.Append(char.IsControl(text[i]) ? ' ' : text[i]);
                }

                start = i + 1;
            }
        }

        return result.ToString();
    }

    // A blank, bracket or hyphen between digits may stand within a phone number.
    private static bool IsWordPart(string text, int i)
    {
        char c = text[i];
        return char.IsLetterOrDigit(c) || c is '+' or '_' or '.' or '%' or '~'
            || (c is '-' or ' ' or '(' or ')' && i > 0 && i + 1 < text.Length && (char.IsDigit(text[i - 1]) || text[i - 1] is ')' or ' ' or '+') && (char.IsDigit(text[i + 1]) || text[i + 1] is '(' or ' '));
    }

    private static bool IsSensitive(ReadOnlySpan<char> word)
    {
        var digits = 0;
        var others = 0;
        foreach (char c in word)
        {
            digits += char.IsDigit(c) ? 1 : 0;
            others += char.IsLetter(c) ? 1 : 0;
        }

        return digits >= PhoneDigits || (digits > 0 && others > 0 && word.Length >= TokenLength) || word.Length >= TokenLength * 2;
    }
}
