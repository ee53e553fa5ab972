using System.Globalization;

namespace VendorErrors.Classification.Events;

/// <summary>When something happened, as vendors write it.</summary>
internal static class EventTime
{
    // By size: of the same number of seconds, milliseconds and microseconds since 1970.
    private const double LeastSeconds = 1e8;
    internal const double LeastMilliseconds = 1e11;
    internal const double LeastMicroseconds = 1e14;
    internal const double LeastNanoseconds = 1e17;

    private const int YearDigits = 4;

    private const double MostSeconds = 253_402_300_799;

    // Digits in a row that no clock since 1970 shows: a date, as vendors of receipts write it.
    private static readonly string[] s_formats = ["yyMMddHHmmss", "yyyyMMddHHmmss"];
    private static readonly int[] s_compact = [12, 14];

    /// <summary>The time; null where it is none, or its zone is not known.</summary>
    /// <param name="text">The time as written.</param>
    /// <param name="isUtc">Whether a time without a zone is UTC.</param>
    internal static DateTimeOffset? Read(string text, bool isUtc)
    {
        text = text.Trim();
        if (s_compact.Contains(text.Length) && text.All(char.IsDigit))
        {
            return isUtc && DateTimeOffset.TryParseExact(text, s_formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset compact) ? compact : null;
        }

        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number))
        {
            return OfNumber(number);
        }

        // Of a time without a year the parser would add the present one.
        return HasYear(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time) && (isUtc || HasZone(text)) ? time.ToUniversalTime() : null;
    }

    private static DateTimeOffset? OfNumber(double number)
    {
        double seconds = number >= LeastNanoseconds ? number / 1e9
            : number >= LeastMicroseconds ? number / 1e6
            : number >= LeastMilliseconds ? number / 1e3
            : number;
        return seconds is >= LeastSeconds and <= MostSeconds ? new DateTimeOffset(1970, 1, 1, 0, 0, 0, TimeSpan.Zero).AddTicks((long)(seconds * TimeSpan.TicksPerSecond)) : null;
    }

    private static bool HasYear(string text)
    {
        var digits = 0;
        foreach (char c in text)
        {
            digits = char.IsDigit(c) ? digits + 1 : 0;
            if (digits == YearDigits)
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasZone(string text) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out DateTime time) && time.Kind != DateTimeKind.Unspecified;
}
