using System.Net;
using System.Text;

namespace VendorErrors.Redaction;

/// <summary>
/// Takes all escaping off a text: that of addresses (<c>%40</c>, <c>%u0040</c>), of JSON (<c>\u0040</c>, <c>\x40</c>) and of HTML
/// (<c>&amp;#64;</c>), however often and in whatever order it was put on.
/// </summary>
internal static class Unescape
{
    // Nobody escapes as often by mistake.
    private const int MostRounds = 10;

    /// <summary>The text without any escaping; null where there is no end to it.</summary>
    internal static string? Fully(string text)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            string plain = Once(text);
            if (string.Equals(plain, text, StringComparison.Ordinal))
            {
                return plain;
            }

            text = plain;
        }

        return null;
    }

    private static string Once(string text)
    {
        if (text.AsSpan().IndexOf('%') >= 0)
        {
            text = Uri.UnescapeDataString(Coded(text, '%'));
        }

        if (text.AsSpan().IndexOf('\\') >= 0)
        {
            text = Coded(text, '\\');
        }

        return text.AsSpan().IndexOf('&') >= 0 ? WebUtility.HtmlDecode(text) : text;
    }

    // %u0040, \u0040 and \x40.
    private static string Coded(string text, char mark)
    {
        StringBuilder? result = null;
        var kept = 0;
        for (var i = 0; i + 2 < text.Length; i++)
        {
            int digits = text[i] != mark ? 0 : text[i + 1] is 'u' or 'U' ? 4 : text[i + 1] == 'x' && mark == '\\' ? 2 : 0;
            if (digits == 0 || i + 2 + digits > text.Length || !TryParse(text, i + 2, digits, out char c))
            {
                continue;
            }

            (result ??= new StringBuilder(text.Length)).Append(text, kept, i - kept).Append(c);
            kept = i + 2 + digits;
            i = kept - 1;
        }

        return result is null ? text : result.Append(text, kept, text.Length - kept).ToString();
    }

    private static bool TryParse(string text, int start, int digits, out char c)
    {
        var value = 0;
        for (int i = start; i < start + digits; i++)
        {
            int digit = text[i] switch
            {
                >= '0' and <= '9' => text[i] - '0',
                >= 'a' and <= 'f' => text[i] - 'a' + 10,
                >= 'A' and <= 'F' => text[i] - 'A' + 10,
                _ => -1,
            };
            if (digit < 0)
            {
                c = default;
                return false;
            }

            value = (value * 16) + digit;
        }

        c = (char)value;
        return true;
    }
}
