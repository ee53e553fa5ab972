using System.Globalization;
using System.Text;

namespace VendorErrors.Redaction;

/// <summary>
/// Writes digits of any alphabet, and letters and signs of full width, in ASCII. Does not use the normalization of .NET, which does nothing where
/// globalization is invariant.
/// </summary>
internal static class Folding
{
    private const int FullWidth = 0xFEE0;

    internal static string ToAscii(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] > '~')
            {
                return Rewrite(text, i);
            }
        }

        return text;
    }

    private static string Rewrite(string text, int start)
    {
        var result = new StringBuilder(text, 0, start, text.Length);
        for (int i = start; i < text.Length; i++)
        {
            char c = text[i];
            int length = char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) ? 2 : 1;
            if (c is >= '\uFF01' and <= '\uFF5E')
            {
                result.Append((char)(c - FullWidth));
            }
            else if (c == '\uFE6B')
            {
                result.Append('@');
            }
            else if (c > '~' && CharUnicodeInfo.GetDigitValue(text, i) is >= 0 and <= 9 and var digit)
            {
                result.Append((char)('0' + digit));
            }
            else
            {
                result.Append(text, i, length);
            }

            i += length - 1;
        }

        return result.ToString();
    }
}
