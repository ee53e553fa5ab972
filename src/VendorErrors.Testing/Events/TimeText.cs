using System.Globalization;
using VendorErrors.Classification.Events;

namespace VendorErrors.Testing.Events;

/// <summary>Writes a time the way another one is written.</summary>
internal static class TimeText
{
    private static readonly string[] s_formats =
    [
        "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.f'Z'", "yyyy-MM-dd'T'HH:mm:ss.ff'Z'", "yyyy-MM-dd'T'HH:mm:ss.fff'Z'",
        "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.fffK", "yyyy-MM-dd'T'HH:mm:ss.ffffffK", "yyyy-MM-dd'T'HH:mm:ss'+0000'", "yyyy-MM-dd'T'HH:mm:ss.fff'+0000'",
        "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.fff", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ss.fff", "yyyy-MM-dd HH:mm:ssK", "yyyy/MM/dd HH:mm:ss",
        "ddd, dd MMM yyyy HH:mm:ss '+0000'", "ddd, dd MMM yyyy HH:mm:ss 'GMT'", "ddd, d MMM yyyy HH:mm:ss '+0000'", "yyyyMMddHHmmss", "yyMMddHHmmss",
    ];

    /// <summary>The time in UTC, in the form of the sample; of a form that is not known in ISO 8601.</summary>
    internal static string Like(string sample, DateTimeOffset time)
    {
        time = time.ToUniversalTime();
        sample = sample.Trim();
        string? format = s_formats.FirstOrDefault(known =>
            DateTimeOffset.TryParseExact(sample, known, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset read)
            && string.Equals(read.ToString(known, CultureInfo.InvariantCulture), sample, StringComparison.Ordinal));
        return format is not null ? time.ToString(format, CultureInfo.InvariantCulture)
            : double.TryParse(sample, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number) ? NumberLike(number, time)
            : time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
    }

    private static string NumberLike(double sample, DateTimeOffset time)
    {
        const long microseconds = 1000;
        const long nanoseconds = 1_000_000;
        long milliseconds = time.ToUnixTimeMilliseconds();
        long number = sample >= EventTime.LeastNanoseconds ? milliseconds * nanoseconds
            : sample >= EventTime.LeastMicroseconds ? milliseconds * microseconds
            : sample >= EventTime.LeastMilliseconds ? milliseconds
            : time.ToUnixTimeSeconds();
        return number.ToString(CultureInfo.InvariantCulture);
    }
}
