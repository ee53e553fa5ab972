namespace VendorErrors.Http.Tests.Proof;

/// <summary>
/// A clock that advances by itself as soon as somebody waits, and writes down every wait. Each flow of execution has its own, so that the
/// waits of one caller do not use up the deadline of another.
/// </summary>
internal sealed class FlowTime : TimeProvider
{
    internal static readonly DateTimeOffset Start = new(2026, 11, 20, 10, 0, 0, TimeSpan.Zero);

    private readonly AsyncLocal<FlowClock?> _clock = new();

    public FlowClock Clock => _clock.Value ?? throw new InvalidOperationException("The flow has no clock.");

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Begins a flow with a clock of its own.</summary>
    public FlowClock Begin() => _clock.Value = new FlowClock();

    public override DateTimeOffset GetUtcNow() => Start + Clock.Read() + Clock.Offset;

    public override long GetTimestamp() => Clock.Read().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new FlowTimer(Clock, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }
}
