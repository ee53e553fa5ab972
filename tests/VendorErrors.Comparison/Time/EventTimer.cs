namespace VendorErrors.Comparison.Time;

/// <summary>A timer of an <see cref="EventTime"/>.</summary>
internal sealed class EventTimer(EventTime time, TimerCallback callback, object? state) : ITimer
{
    private TimeSpan _period;

    /// <summary>The place in the queue that counts; 0 where none does.</summary>
    public long Place { get; private set; }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        _period = period;
        Place = dueTime == Timeout.InfiniteTimeSpan ? 0 : time.Schedule(this, dueTime);
        return true;
    }

    public void Fire()
    {
        Place = _period > TimeSpan.Zero ? time.Schedule(this, _period) : 0;
        callback(state);
    }

    public void Dispose() => Place = 0;

    public ValueTask DisposeAsync()
    {
        Dispose();
        return default;
    }
}
