namespace VendorErrors.Comparison.Time;

/// <summary>
/// A clock that jumps from event to event. Its pump is a work item like all others: as long as others are queued it stands back, and
/// when nothing is left to do now, it moves the clock to the next timer and fires that one alone. Real asynchronous code runs under it,
/// and two runs are the same, because the pool has one worker (<see cref="SingleWorker"/>), which also makes locks needless.
/// </summary>
internal sealed class EventTime : TimeProvider, IThreadPoolWorkItem
{
    private readonly PriorityQueue<EventTimer, (long Due, long Order)> _timers = new();
    private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task? _work;
    private long _now;
    private long _order;

    /// <summary>When the clock begins.</summary>
    public static DateTimeOffset Start { get; } = new(2026, 1, 15, 10, 0, 0, TimeSpan.Zero);

    public TimeSpan Elapsed => TimeSpan.FromTicks(_now);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _now;

    public override DateTimeOffset GetUtcNow() => Start + Elapsed;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new EventTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Does the work to its end, in virtual time. The calling thread only waits.</summary>
    /// <exception cref="InvalidOperationException">The work waits for something that no timer brings about.</exception>
    public void Run(Func<Task> work)
    {
        _work = Task.Run(work);
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        _end.Task.GetAwaiter().GetResult();
        _work.GetAwaiter().GetResult();
    }

    public void Execute()
    {
        if (ThreadPool.PendingWorkItemCount == 0)
        {
            if (_work!.IsCompleted)
            {
                _end.SetResult();
                return;
            }

            if (!TryFireNext())
            {
                _end.SetException(new InvalidOperationException("Something waits for what never happens."));
                return;
            }
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    /// <summary>Puts a timer in the queue; its earlier place no longer counts.</summary>
    internal long Schedule(EventTimer timer, TimeSpan dueTime)
    {
        _order++;
        _timers.Enqueue(timer, (_now + dueTime.Ticks, _order));
        return _order;
    }

    private bool TryFireNext()
    {
        while (_timers.TryDequeue(out EventTimer? timer, out (long Due, long Order) place))
        {
            if (timer.Place == place.Order)
            {
                _now = Math.Max(_now, place.Due);
                timer.Fire();
                return true;
            }
        }

        return false;
    }
}
