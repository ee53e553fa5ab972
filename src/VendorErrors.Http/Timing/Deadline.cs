namespace VendorErrors.Http.Timing;

/// <summary>The time that a call has for all its attempts and waits.</summary>
/// <param name="Time">The clock.</param>
/// <param name="StartedAt">When the call began, as a timestamp of that clock.</param>
/// <param name="Total">The time it has; null for any.</param>
internal readonly record struct Deadline(TimeProvider Time, long StartedAt, TimeSpan? Total)
{
    /// <summary>What is left of it, negative when it is over; null where there is no deadline.</summary>
    public TimeSpan? Left => Total is { } total ? total - Time.GetElapsedTime(StartedAt) : null;
}
