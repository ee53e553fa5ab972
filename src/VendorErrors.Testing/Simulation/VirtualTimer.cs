namespace VendorErrors.Testing.Simulation;

/// <summary>A timer of a <see cref="VirtualTime"/>.</summary>
internal sealed class VirtualTimer(VirtualTime time, TimerCallback callback, object? state) : ITimer
{
    private volatile bool _isDisposed;

    public bool IsDisposed => _isDisposed;

    public DateTimeOffset Due { get; set; }

    public long Order { get; set; }

    public TimeSpan Period { get; private set; }

    /// <summary>
    /// Whether somebody waits for it, as in Task.Delay: a task on .NET, the source of one on .NET Framework. Token sources, timeouts
    /// of other tasks (these are generic tasks) and timers that go on only watch the clock.
    /// </summary>
    public bool IsWait => Period <= TimeSpan.Zero && (state is TaskCompletionSource<bool> || (state is Task && !state.GetType().IsGenericType));

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        if (_isDisposed)
        {
            return false;
        }

        Period = period;
        time.Schedule(this, dueTime);
        return true;
    }

    public void Ring() => callback(state);

    public void Dispose()
    {
        _isDisposed = true;
        time.Stop(this);
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return default;
    }
}
