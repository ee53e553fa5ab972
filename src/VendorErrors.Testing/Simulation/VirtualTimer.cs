namespace VendorErrors.Testing.Simulation;

/// <summary>A timer of a <see cref="VirtualTime"/>.</summary>
internal sealed class VirtualTimer(VirtualTime time, TimerCallback callback, object? state) : ITimer
{
    public DateTimeOffset Due { get; set; }

    public long Order { get; set; }

    public TimeSpan Period { get; private set; }

    /// <summary>Whether somebody waits for it; a token source and a timer that goes on only watch the clock.</summary>
    public bool IsWait => state is Task && Period <= TimeSpan.Zero;

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        Period = period;
        time.Schedule(this, dueTime);
        return true;
    }

    public void Ring() => callback(state);

    public void Dispose() => time.Stop(this);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return default;
    }
}
