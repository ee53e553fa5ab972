namespace VendorErrors.Http.Timing;

/// <summary>Waits that never end early. Timers may ring some milliseconds before their time by the monotonic clock, so the clock has the last word.</summary>
internal static class Pause
{
    /// <summary>Waits until a length of time has passed since a timestamp.</summary>
    internal static async ValueTask UntilAsync(TimeProvider time, long start, TimeSpan length, bool isAsync, CancellationToken cancellationToken)
    {
        while (length - time.GetElapsedTime(start) is { Ticks: > 0 } left)
        {
            Task delay = time.Delay(RoundUp(left), cancellationToken);
            if (isAsync)
            {
                await delay.ConfigureAwait(false);
            }
            else
            {
                delay.GetAwaiter().GetResult();
            }
        }
    }

    /// <summary>To whole milliseconds, which is what timers count.</summary>
    internal static TimeSpan RoundUp(TimeSpan wait) => TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds));

    /// <summary>The timestamp that lies a length of time after another, rounded up.</summary>
    internal static long Add(this TimeProvider time, long timestamp, TimeSpan length) =>
        timestamp + (long)Math.Ceiling(length.Ticks * (time.TimestampFrequency / (double)TimeSpan.TicksPerSecond));
}
