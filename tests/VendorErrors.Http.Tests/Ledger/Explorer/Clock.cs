namespace VendorErrors.Http.Tests.Ledger.Explorer;

/// <summary>A clock that is moved by hand and rings for nobody: that somebody's patience ends is a fate of its own.</summary>
internal sealed class Clock : TimeProvider
{
    private TimeSpan _now;

    public TimeSpan Now => _now;

    public void Pass(TimeSpan time) => _now += time;

    public override DateTimeOffset GetUtcNow() => new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero) + _now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _now.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => new Silent();

    private sealed class Silent : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => default;
    }
}
