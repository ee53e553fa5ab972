using System.Globalization;
using VendorErrors.Definitions;

namespace VendorErrors.Classification.Waits;

/// <summary>Reads a wait from a header or a body member whose unit is declared.</summary>
internal static class WaitValue
{
    /// <summary>The wait; null where the value is garbage, negative, past, or not plausible.</summary>
    /// <param name="value">The value.</param>
    /// <param name="unit">Its unit.</param>
    /// <param name="clock">What a point in time is measured against.</param>
    internal static TimeSpan? Read(string value, WaitUnit unit, in AnswerClock clock)
    {
        string text = value.Trim();
        if (text.IndexOf(',') > 0 && char.IsDigit(text[0]))
        {
            // Two proxies on the way: the longest of the list.
            TimeSpan? longest = null;
            foreach (string part in text.Split(','))
            {
                longest = WaitBounds.Longer(longest, Read(part, unit, clock));
            }

            return longest;
        }

        bool isNumber = double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out double number);
        switch (unit)
        {
            case WaitUnit.Seconds when isNumber:
            case WaitUnit.SecondsOrDate when isNumber:
            case WaitUnit.SecondsOrEpoch when isNumber && number < WaitBounds.EpochThreshold:
                return WaitBounds.Check(number * 1000);
            case WaitUnit.SecondsOrEpoch when isNumber:
                return UntilEpoch(number < WaitBounds.EpochMillisecondsThreshold ? number * 1000 : number, clock);
            case WaitUnit.Epoch when isNumber:
                return UntilEpoch(number * 1000, clock);
            case WaitUnit.EpochMilliseconds when isNumber:
                return UntilEpoch(number, clock);
            case WaitUnit.Milliseconds when isNumber:
                return WaitBounds.Check(number);
            case WaitUnit.Minutes when isNumber:
                return WaitBounds.Check(number * 60_000);
            case WaitUnit.Duration when !isNumber:
                return WaitDuration.Read(text);
            case WaitUnit.Date or WaitUnit.SecondsOrDate or WaitUnit.SecondsOrEpoch when !isNumber && TryReadDate(text, out DateTimeOffset date):
                return clock.Until(date);
            default:
                return null;
        }
    }

    // A fraction of the last millisecond is rounded up.
    private static TimeSpan? UntilEpoch(double milliseconds, in AnswerClock clock) =>
        milliseconds >= 0 && milliseconds < DateTimeOffset.MaxValue.ToUnixTimeMilliseconds() ? clock.Until(DateTimeOffset.FromUnixTimeMilliseconds((long)Math.Ceiling(milliseconds))) : null;

    // The three forms of RFC 9110, section 5.6.7, one of them with a numeric zone as mail writes it, and ISO 8601. A looser reading would take "12:30:00" for a time of today.
    internal static bool TryReadDate(string text, out DateTimeOffset date) =>
        TryReadDate(text, "ddd, dd MMM yyyy HH:mm:ss 'GMT'", out date)
        || TryReadDate(text, "ddd, dd MMM yyyy HH:mm:ss zzz", out date)
        || TryReadDate(text, "dddd, dd-MMM-yy HH:mm:ss 'GMT'", out date)
        || TryReadDate(text, "ddd MMM d HH:mm:ss yyyy", out date)
        || TryReadDate(text, "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", out date)
        || TryReadDate(text, "yyyy-MM-dd HH:mm:ss.FFFFFFFK", out date);

    private static bool TryReadDate(string text, string format, out DateTimeOffset date) =>
        DateTimeOffset.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowInnerWhite, out date);
}
