using VendorErrors.Classification.Waits;

namespace VendorErrors.Retries;

/// <summary>Exponential backoff, and the wait that a vendor's hint makes of it.</summary>
internal static class Backoff
{
    /// <summary>The wait before the next retry: never shorter than the hint, jittered only where there is none.</summary>
    internal static TimeSpan WaitFor(RetryAdvice advice, in RetryState state, RetryLimits limits)
    {
        TimeSpan hint = advice.MinimumWait ?? TimeSpan.Zero;
        if (advice.DoublingWait is { } first)
        {
            return TimeSpan.FromTicks(Math.Max(hint.Ticks, Grow(first, state.Retries, WaitBounds.Longest).Ticks));
        }

        if (hint > TimeSpan.Zero)
        {
            return hint;
        }

        TimeSpan backoff = Grow(limits.BaseDelay, state.Retries, limits.MaxDelay);
        return state.Jitter is >= 0 and { } jitter ? TimeSpan.FromTicks((long)(backoff.Ticks * Math.Min(1, jitter))) : backoff;
    }

    private static TimeSpan Grow(TimeSpan first, int retries, TimeSpan cap)
    {
        double ticks = first.Ticks * Math.Pow(2, Math.Max(0, retries));
        return ticks >= cap.Ticks ? cap : TimeSpan.FromTicks((long)ticks);
    }
}
