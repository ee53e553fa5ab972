using System.Globalization;

namespace VendorErrors.Definitions;

/// <summary>A range of codes that are words and differ in their last digits alone, such as <c>CMN-301</c> to <c>CMN-310</c>.</summary>
internal static class WordRange
{
    /// <summary>What the bounds have in common, and their last digits; false where they differ in anything else.</summary>
    internal static bool TryRead(string firstCode, string lastCode, out string start, out long first, out long last)
    {
        int digits = DigitsOf(firstCode);
        start = firstCode[..digits];
        (first, last) = (0, 0);
        return digits > 0
            && long.TryParse(firstCode[digits..], NumberStyles.None, CultureInfo.InvariantCulture, out first)
            && long.TryParse(lastCode[DigitsOf(lastCode)..], NumberStyles.None, CultureInfo.InvariantCulture, out last)
            && string.Equals(start, lastCode[..DigitsOf(lastCode)], StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Where the last digits begin; the length where the code ends with another character.</summary>
    private static int DigitsOf(string code)
    {
        int at = code.Length;
        while (at > 0 && code[at - 1] is >= '0' and <= '9')
        {
            at--;
        }

        return at;
    }
}
