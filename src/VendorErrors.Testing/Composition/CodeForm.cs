using System.Globalization;
using VendorErrors.Definitions;

namespace VendorErrors.Testing.Composition;

/// <summary>The codes that a row is for: one, a range of numbers or of words, or all that a star stands for.</summary>
internal static class CodeForm
{
    private const char Star = '*';

    // What a star may stand for.
    private static readonly string[] s_fillings = ["Other", "x", "1", "99", "7777", string.Empty];

    internal static bool Takes(CodeRow row, string code) =>
        row.LastCode is not null ? TryRange(row, out CodeRange range) && range.Contains(code)
        : row.IsPattern ? StarTakes(row.Code, code)
        : string.Equals(row.Code, code, StringComparison.OrdinalIgnoreCase);

    /// <summary>How much of a star's code is written out: of two that take a code the longer is for it.</summary>
    internal static int LengthOf(CodeRow star) => star.Code.Length - 1;

    /// <summary>Codes that the row takes, the plainest first.</summary>
    internal static IEnumerable<string> Samples(CodeRow row) =>
        row.IsPattern ? s_fillings.Select(filling => row.Code.Replace("*", filling)).Where(code => code.Length > 0)
        : TryRange(row, out CodeRange range) ? range.Codes()
        : [row.Code];

    internal static bool TryRange(CodeRow row, out CodeRange range)
    {
        range = default;
        if (row.LastCode is null)
        {
            return false;
        }

        if (TryNumber(row.Code, out long first) && TryNumber(row.LastCode, out long last))
        {
            range = new CodeRange(string.Empty, first, last, Width: 0);
            return true;
        }

        if (!WordRange.TryRead(row.Code, row.LastCode, out string prefix, out first, out last))
        {
            return false;
        }

        range = new CodeRange(prefix, first, last, row.Code.Length - prefix.Length);
        return true;
    }

    /// <summary>Whether there is a code that two patterns with a star both take.</summary>
    internal static bool StarsMeet(string left, string right)
    {
        (string leftStart, string leftEnd) = PartsOf(left);
        (string rightStart, string rightEnd) = PartsOf(right);
        return (leftStart.StartsWith(rightStart, StringComparison.OrdinalIgnoreCase) || rightStart.StartsWith(leftStart, StringComparison.OrdinalIgnoreCase))
            && (leftEnd.EndsWith(rightEnd, StringComparison.OrdinalIgnoreCase) || rightEnd.EndsWith(leftEnd, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Whether a pattern with a star takes every code that another does.</summary>
    internal static bool StarCovers(string wider, string narrower)
    {
        (string start, string end) = PartsOf(wider);
        (string otherStart, string otherEnd) = PartsOf(narrower);
        return otherStart.StartsWith(start, StringComparison.OrdinalIgnoreCase) && otherEnd.EndsWith(end, StringComparison.OrdinalIgnoreCase);
    }

    internal static bool StarTakes(string pattern, string code)
    {
        (string start, string end) = PartsOf(pattern);
        return code.Length > 0 && code.Length >= start.Length + end.Length
            && code.StartsWith(start, StringComparison.OrdinalIgnoreCase)
            && code.EndsWith(end, StringComparison.OrdinalIgnoreCase);
    }

    private static (string Start, string End) PartsOf(string pattern) => (pattern[..pattern.IndexOf(Star)], pattern[(pattern.IndexOf(Star) + 1)..]);

    private static bool TryNumber(string text, out long number) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
}
