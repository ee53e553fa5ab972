using System.Globalization;

namespace VendorErrors.Classification.Waits;

/// <summary>
/// Reads a length of time that says its own unit: <c>57.2s</c> (the JSON form of Protocol Buffers), <c>PT1M30S</c> (ISO 8601) or <c>00:01:00</c>. Months and
/// years have no fixed length, and are none.
/// </summary>
internal static class WaitDuration
{
    private const string DateUnits = "WD";
    private const string TimeUnits = "HMS";

    private static readonly double[] s_ofDate = [7 * 86_400_000d, 86_400_000];
    private static readonly double[] s_ofTime = [3_600_000, 60_000, 1000];

    /// <summary>The wait; null where the value is garbage, negative or not plausible.</summary>
    internal static TimeSpan? Read(string text)
    {
        if (text.Length == 0)
        {
            return null;
        }

        return text[0] is 'P' or 'p' ? ReadIso(text)
            : WaitSpan.IsDigit(text[0]) && WaitSpan.TryRead(text.AsSpan(), 0, out long milliseconds) ? WaitBounds.Check(milliseconds)
            : null;
    }

    private static TimeSpan? ReadIso(string text)
    {
        double milliseconds = 0;
        var unitsSeen = 0;
        var isTime = false;
        var last = -1;
        for (var at = 1; at < text.Length;)
        {
            if (!isTime && text[at] is 'T' or 't')
            {
                isTime = true;
                last = -1;
                at++;
                continue;
            }

            int end = at;
            while (end < text.Length && (WaitSpan.IsDigit(text[end]) || text[end] is '.' or ','))
            {
                end++;
            }

            int unit = end < text.Length ? (isTime ? TimeUnits : DateUnits).IndexOf(char.ToUpperInvariant(text[end])) : -1;
            if (unit <= last || !double.TryParse(text[at..end].Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number))
            {
                return null;
            }

            milliseconds += number * (isTime ? s_ofTime : s_ofDate)[unit];
            last = unit;
            unitsSeen++;
            at = end + 1;
        }

        return unitsSeen == 0 ? null : WaitBounds.Check(milliseconds);
    }
}
