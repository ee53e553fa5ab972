using static VendorErrors.Retries.WaitInvitation;

namespace VendorErrors.Retries;

/// <summary>The units of time that sentences use.</summary>
internal static class WaitUnits
{
    /// <summary>How long a unit is; 0 where the word is none.</summary>
    internal static double MillisecondsOf(ReadOnlySpan<char> unit)
    {
        ReadOnlySpan<char> singular = Singular(unit);
        return (singular.IsEmpty ? default : (char)(singular[0] | 0x20)) switch
        {
            's' when singular.Length == 1 || Is(singular, "second") || Is(singular, "sec") => 1000,
            'm' when singular.Length == 1 || Is(singular, "minute") || Is(singular, "min") => 60_000,
            'm' when Is(unit, "ms") || Is(singular, "millisecond") || Is(singular, "msec") => 1,
            'h' when singular.Length == 1 || Is(singular, "hour") || Is(singular, "hr") => 3_600_000,
            'd' when singular.Length == 1 || Is(singular, "day") => 86_400_000,
            _ => 0,
        };
    }

    /// <summary>A word without the ending of the plural, or of careful people: seconds, second(s). Nothing is cut off a single letter or off "ms".</summary>
    private static ReadOnlySpan<char> Singular(ReadOnlySpan<char> unit)
    {
        if (unit.Length <= 2 || (unit[^1] | 0x20) != 's')
        {
            return unit;
        }

        return unit[^2] == '(' ? unit[..^2] : unit[..^1];
    }
}
