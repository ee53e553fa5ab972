using System.Globalization;
using System.Text;
using VendorErrors.Redaction;

namespace VendorErrors.Cli.Output;

/// <summary>
/// A text of strangers for a terminal: control characters, which could move the cursor or worse, and signs that turn the direction of writing are written out; line ends become
/// whitespace; what is very long is cut.
/// </summary>
internal static class Printable
{
    private const int LongestText = 1000;
    private const char NoBreakSpace = '\u00A0';

    internal static string Of(string text)
    {
        var result = new StringBuilder(Math.Min(text.Length, LongestText));
        foreach (char c in text.AsSpan(0, Math.Min(text.Length, LongestText)))
        {
            _ = c is '\r' or '\n' or '\t' ? result.Append(' ')
                : OneLine.IsHazard(c) && c != NoBreakSpace ? result.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}")
                : result.Append(c);
        }

        return text.Length <= LongestText
            ? result.ToString()
            : result.Append(CultureInfo.InvariantCulture, $"… ({text.Length:N0} characters in all; --output json has them)").ToString();
    }
}
