using System.Text;

namespace VendorErrors.Cli.Drafting;

/// <summary>Texts that are written in HTML or XML, as plain text.</summary>
internal static class Markup
{
    internal static string? Remove(string? text)
    {
        if (text is null || !text.Contains('<', StringComparison.Ordinal))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        var isTag = false;
        foreach (char c in text)
        {
            if (c is '<' or '>')
            {
                isTag = c == '<';

                // The end of a paragraph is the end of a sentence.
                _ = isTag && plain.Length > 0 && plain[^1] == '.' ? plain.Append(' ') : plain;
            }
            else if (!isTag)
            {
                plain.Append(c);
            }
        }

        return plain.ToString();
    }
}
