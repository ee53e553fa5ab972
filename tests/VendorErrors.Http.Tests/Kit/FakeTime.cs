namespace VendorErrors.Http.Tests.Kit;

/// <summary>
/// A clock for tests. Automatic: each delay ends at once, moves the clock by its length and is recorded; timeouts never ring.
/// Manual: nothing happens until <see cref="Advance"/>.
/// </summary>
internal sealed class FakeTime : TimeProvider
{
    private readonly object _lock = new();
    private readonly List<FakeTimer> _timers = [];
    private readonly List<TimeSpan> _waits = [];
    private DateTimeOffset _now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public bool IsManual { get; init; }

    /// <summary>How much earlier than asked a longer delay ends, as timers of the machine do.</summary>
    public TimeSpan RingsEarlyBy { get; init; }

    /// <summary>By how much somebody changed the time of day, which timestamps know nothing of.</summary>
    public TimeSpan WasSetBy { get; set; }

    /// <summary>How many delays are pending. Timeouts do not count: nobody waits for them.</summary>
    public int Pending
    {
        get
        {
            lock (_lock)
            {
                return _timers.Count(timer => timer.State is Task);
            }
        }
    }

    /// <summary>Every delay that was asked for, in order.</summary>
    public IReadOnlyList<TimeSpan> Waits
    {
        get
        {
            lock (_lock)
            {
                return [.. _waits];
            }
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => (GetUtcNow() - WasSetBy).UtcTicks;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now + WasSetBy;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new FakeTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    public void Advance(TimeSpan by)
    {
        FakeTimer[] due;
        lock (_lock)
        {
            _now += by;
            due = [.. _timers.Where(timer => timer.Due <= _now)];
            _timers.RemoveAll(timer => timer.Due <= _now);
        }

        foreach (FakeTimer timer in due)
        {
            timer.Fire();
        }
    }

    /// <summary>Moves to the time of the next timer.</summary>
    public void AdvanceToNext()
    {
        TimeSpan by;
        lock (_lock)
        {
            by = _timers.Count == 0 ? TimeSpan.Zero : _timers.Min(timer => timer.Due) - _now;
        }

        Advance(by > TimeSpan.Zero ? by : TimeSpan.Zero);
    }

    /// <summary>Waits, in real time, until a timer is pending.</summary>
    public Task PendingAsync() => Eventually.TrueAsync(() =>
    {
        lock (_lock)
        {
            return _timers.Count > 0;
        }
    });

    internal void Start(FakeTimer timer, TimeSpan dueTime)
    {
        lock (_lock)
        {
            _timers.Remove(timer);
            if (dueTime == Timeout.InfiniteTimeSpan)
            {
                return;
            }

            // A delay is a task; a timeout is a token source, which in automatic mode stays silent.
            bool isDelay = timer.State is Task;
            if (isDelay)
            {
                _waits.Add(dueTime);
            }

            if (IsManual || !isDelay)
            {
                timer.Due = IsManual ? _now + dueTime : DateTimeOffset.MaxValue;
                _timers.Add(timer);
                return;
            }

            _now += dueTime > RingsEarlyBy ? dueTime - RingsEarlyBy : dueTime;
        }

        ThreadPool.UnsafeQueueUserWorkItem(static waiting => waiting.Fire(), timer, preferLocal: false);
    }

    internal void Stop(FakeTimer timer)
    {
        lock (_lock)
        {
            _timers.Remove(timer);
        }
    }
}
