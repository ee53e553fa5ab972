using System.Net;
using System.Text;
using VendorErrors.Json;

namespace VendorErrors.Classification.Bodies;

/// <summary>Words in pages and XML: what an element holds, and what a person would see. No parser: the body may be anything.</summary>
internal static class MarkupText
{
    /// <summary>How many bytes of a page are looked at. Ids of gateways are at its end, after style sheets.</summary>
    internal const int MaxBytes = 16 * 1024;

    private const int MaxWords = 512;

    private static readonly string[] s_invisible = ["script", "style", "head"];

    internal static string Decode(ReadOnlySpan<byte> body) => JsonText.Decode(body.Length > MaxBytes ? body[..MaxBytes] : body, escaped: false);

    /// <summary>The text of the first element with one of these names that has any, in the order of the names; namespace prefixes and case do not count.</summary>
    internal static string? FirstOf(string markup, ReadOnlySpan<string> elements)
    {
        foreach (string element in elements)
        {
            if (ContentOf(markup, element) is { } words)
            {
                return words;
            }
        }

        return null;
    }

    /// <summary>The text of the first element of this name that has any; null where none has.</summary>
    internal static string? ContentOf(string markup, string element)
    {
        for (int tag = NextTag(markup, 0, element, closing: false); tag >= 0; tag = NextTag(markup, tag + 1, element, closing: false))
        {
            int open = markup.IndexOf('>', tag);
            int close = open < 0 ? -1 : NextTag(markup, open, element, closing: true);
            if (close >= 0 && TextOf(markup[(open + 1)..close]) is { } words)
            {
                return words;
            }
        }

        return null;
    }

    /// <summary>What a person would see of markup, in one line; null where that is nothing.</summary>
    internal static string? TextOf(string markup, int most = MaxWords)
    {
        var text = new StringBuilder();
        for (var at = 0; at < markup.Length && text.Length < most;)
        {
            int tag = markup.IndexOf('<', at);
            int end = tag < 0 ? markup.Length : tag;
            _ = text.Append(markup, at, end - at);
            if (tag < 0)
            {
                break;
            }

            if (string.CompareOrdinal(markup, tag, "<![CDATA[", 0, 9) == 0)
            {
                int stop = markup.IndexOf("]]>", tag, StringComparison.Ordinal);
                stop = stop < 0 ? markup.Length : stop;
                _ = text.Append(markup, tag + 9, stop - tag - 9);
                at = Math.Min(markup.Length, stop + 3);
                continue;
            }

            _ = text.Append(' ');
            at = BehindTag(markup, tag);
        }

        string words = OneLine(WebUtility.HtmlDecode(text.ToString()));
        return words.Length == 0 ? null : words.Length > most ? words[..most] : words;
    }

    /// <summary>The place after a tag; after the whole element where nobody sees it.</summary>
    private static int BehindTag(string markup, int tag)
    {
        int end = string.CompareOrdinal(markup, tag, "<!--", 0, 4) == 0 ? markup.IndexOf("-->", tag, StringComparison.Ordinal) + 2 : markup.IndexOf('>', tag);
        if (end <= tag)
        {
            return markup.Length;
        }

        foreach (string element in s_invisible)
        {
            if (IsTag(markup, tag, element, closing: false))
            {
                int close = NextTag(markup, end, element, closing: true);
                return close < 0 ? end + 1 : Math.Max(end, markup.IndexOf('>', close)) + 1;
            }
        }

        return end + 1;
    }

    private static int NextTag(string markup, int from, string element, bool closing)
    {
        int tag = markup.IndexOf('<', from);
        while (tag >= 0 && !IsTag(markup, tag, element, closing))
        {
            tag = tag + 1 < markup.Length ? markup.IndexOf('<', tag + 1) : -1;
        }

        return tag;
    }

    /// <summary>Whether a tag of this name begins here, whatever namespace prefix the name has.</summary>
    private static bool IsTag(string markup, int tag, string element, bool closing)
    {
        int start = tag + 1;
        if (start >= markup.Length || (markup[start] == '/') != closing)
        {
            return false;
        }

        start += closing ? 1 : 0;
        int end = start;
        while (end < markup.Length && (char.IsLetterOrDigit(markup[end]) || markup[end] is ':' or '-' or '_' or '.'))
        {
            start = markup[end] == ':' ? end + 1 : start;
            end++;
        }

        return end - start == element.Length && string.Compare(markup, start, element, 0, element.Length, StringComparison.OrdinalIgnoreCase) == 0;
    }

    private static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            bool isBlank = char.IsWhiteSpace(c) || char.IsControl(c);
            if (!isBlank)
            {
                _ = line.Append(c);
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                _ = line.Append(' ');
            }
        }

        return line.ToString().TrimEnd();
    }
}
