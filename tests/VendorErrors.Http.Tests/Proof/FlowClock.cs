namespace VendorErrors.Http.Tests.Proof;

/// <summary>The clock of one flow of execution. It moves when something waits, and by a tick when it is read, as real clocks do.</summary>
internal sealed class FlowClock
{
    private readonly object _lock = new();
    private readonly List<FlowTimer> _timeouts = [];
    private readonly List<(TimeSpan At, TimeSpan Wait)> _waits = [];
    private TimeSpan _now;
    private TimeSpan _offset;

    /// <summary>How far the clock on the wall is off, since somebody set it.</summary>
    public TimeSpan Offset
    {
        get
        {
            lock (_lock)
            {
                return _offset;
            }
        }
    }

    /// <summary>Sets the clock on the wall. The time that passes does not change.</summary>
    public void Set(TimeSpan by)
    {
        lock (_lock)
        {
            _offset += by;
        }
    }

    /// <summary>The waits of this flow, each with its beginning.</summary>
    public IReadOnlyList<(TimeSpan At, TimeSpan Wait)> Waits => _waits;

    /// <summary>Looks at the clock without moving it.</summary>
    public TimeSpan Peek()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    public TimeSpan Read()
    {
        lock (_lock)
        {
            return _now += TimeSpan.FromTicks(1);
        }
    }

    /// <summary>Time passes; timeouts that fall into it fire.</summary>
    public void Advance(TimeSpan by)
    {
        FlowTimer[] due;
        lock (_lock)
        {
            _now += by;
            due = [.. _timeouts.Where(timer => timer.DueAt <= _now)];
            _timeouts.RemoveAll(timer => timer.DueAt <= _now);
        }

        foreach (FlowTimer timer in due)
        {
            timer.Fire();
        }
    }

    /// <summary>Somebody waits: the time passes at once.</summary>
    public void Wait(TimeSpan wait)
    {
        lock (_lock)
        {
            _waits.Add((_now, wait));
        }

        Advance(wait);
    }

    public void Add(FlowTimer timer)
    {
        lock (_lock)
        {
            _timeouts.Add(timer);
        }
    }

    public void Remove(FlowTimer timer)
    {
        lock (_lock)
        {
            _timeouts.Remove(timer);
        }
    }
}
