namespace VendorErrors;

/// <summary>What counts as a plausible wait. Anything outside is ignored, and the evidence notes it.</summary>
internal static class WaitBounds
{
    /// <summary>The shortest that a person writes down: less is a number of ticks, whose unit was forgotten.</summary>
    internal static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);

    /// <summary>The longest quota period that vendors use is a month.</summary>
    internal static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(LongestMilliseconds);

    private const long LongestMilliseconds = 31 * 86_400_000L;

    /// <summary>A number from this on is a Unix time in seconds, not a span.</summary>
    internal const double EpochThreshold = 1_000_000_000;

    /// <summary>A number from this on is a Unix time in milliseconds.</summary>
    internal const double EpochMillisecondsThreshold = 1_000_000_000_000;

    /// <summary>The wait in whole milliseconds, rounded up, so that it never ends early; null where it is not plausible.</summary>
    internal static TimeSpan? Check(double milliseconds) =>
        milliseconds >= 0 && milliseconds <= LongestMilliseconds ? Check((long)Math.Ceiling(milliseconds)) : null;

    /// <summary>The wait; null where it is not plausible.</summary>
    internal static TimeSpan? Check(long milliseconds) =>
        (ulong)milliseconds <= LongestMilliseconds ? TimeSpan.FromTicks(milliseconds * TimeSpan.TicksPerMillisecond) : null;

    /// <summary>The longer of two waits, either of which may not be there.</summary>
    internal static TimeSpan? Longer(TimeSpan? one, TimeSpan? other) => one is null || other > one ? other : one;

    /// <summary>The wait until a point in time; null where it has passed or is too far away.</summary>
    internal static TimeSpan? Until(DateTimeOffset time, DateTimeOffset now) => Check((time - now).Ticks / (double)TimeSpan.TicksPerMillisecond);
}
