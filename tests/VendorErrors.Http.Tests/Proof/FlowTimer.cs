namespace VendorErrors.Http.Tests.Proof;

/// <summary>A timer of a <see cref="FlowClock"/>: a wait is over at once, a timeout fires when the clock passes it.</summary>
internal sealed class FlowTimer(FlowClock clock, TimerCallback callback, object? state) : ITimer
{
    public TimeSpan DueAt { get; private set; }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        clock.Remove(this);
        if (dueTime == Timeout.InfiniteTimeSpan)
        {
            return true;
        }

        // Task.Delay waits; a CancellationTokenSource only watches the clock.
        if (state is not CancellationTokenSource)
        {
            clock.Wait(dueTime);
            Fire();
            return true;
        }

        DueAt = clock.Peek() + dueTime;
        clock.Add(this);
        return true;
    }

    public void Fire() => callback(state);

    public void Dispose() => clock.Remove(this);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return default;
    }
}
