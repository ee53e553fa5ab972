using System.Globalization;
using System.Text;

namespace VendorErrors.Redaction;

/// <summary>Keeps a text on its line: no line ends of any kind, no control characters, nothing that turns the direction of writing.</summary>
internal static class OneLine
{
    private const char Replacement = '\uFFFD';

    internal static string Of(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsPlain(text, i))
            {
                return Rewrite(text, i);
            }
        }

        return text;
    }

    /// <summary>Whether a character may move to another line, turn the direction of writing, or hide.</summary>
    internal static bool IsHazard(char c) =>
        c is < ' ' or (>= '\u007F' and <= '\u00A0') or '\u00AD' || (c >= '\u0600' && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    private static bool IsPlain(string text, int i)
    {
        char c = text[i];
        return c is >= ' ' and <= '~' || !(char.IsSurrogate(c) ? IsAlone(text, i) : IsHazard(c));
    }

    private static bool IsAlone(string text, int i) =>
        char.IsHighSurrogate(text[i]) ? i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]) : i == 0 || !char.IsHighSurrogate(text[i - 1]);

    private static string Rewrite(string text, int start)
    {
        var result = new StringBuilder(text, 0, start, text.Length);
        for (int i = start; i < text.Length; i++)
        {
            result.Append(IsPlain(text, i) ? text[i] : char.IsSurrogate(text[i]) ? Replacement : ' ');
        }

        return result.ToString();
    }
}
