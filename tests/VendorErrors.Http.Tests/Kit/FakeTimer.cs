namespace VendorErrors.Http.Tests.Kit;

/// <summary>A timer of a <see cref="FakeTime"/>.</summary>
internal sealed class FakeTimer(FakeTime time, TimerCallback callback, object? state) : ITimer
{
    public object? State => state;

    public DateTimeOffset Due { get; set; }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        time.Start(this, dueTime);
        return true;
    }

    public void Fire() => callback(state);

    public void Dispose() => time.Stop(this);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return default;
    }
}
