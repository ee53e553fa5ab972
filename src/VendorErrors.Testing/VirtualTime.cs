using VendorErrors.Testing.Simulation;

namespace VendorErrors.Testing;

/// <summary>
/// A clock for tests in which nobody waits: as soon as something does, the clock moves on to the end of that wait, and rings on the way
/// whatever was to ring before. <c>Task.Delay</c> waits; timeouts and periodic timers only watch the clock, and do not move it; set them
/// before the wait that they are to end. Manual where
/// that is too much: then it moves by <see cref="Advance"/> alone. Safe for use by several threads.
/// </summary>
public sealed class VirtualTime : TimeProvider
{
    // A continuation that blocks must not stop the clock for all others; one that is compiled for the first time must not be overtaken.
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(250);

    private readonly object _lock = new();
    private readonly List<VirtualTimer> _timers = [];
    private readonly bool _isManual;
    private DateTimeOffset _now;
    private bool _isRunning;
    private long _order;

    /// <summary>Creates a clock.</summary>
    /// <param name="start">The present time of the clock. Default: 2026-01-15 10:00 UTC.</param>
    /// <param name="isManual">Whether it moves by <see cref="Advance"/> alone. Default: no.</param>
    public VirtualTime(DateTimeOffset? start = null, bool isManual = false)
    {
        _now = Start = start ?? new DateTimeOffset(2026, 1, 15, 10, 0, 0, TimeSpan.Zero);
        _isManual = isManual;
    }

    /// <summary>Where the clock began.</summary>
    public DateTimeOffset Start { get; }

    /// <summary>How much time has passed on it.</summary>
    public TimeSpan Elapsed => GetUtcNow() - Start;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new VirtualTimer(this, callback ?? throw new ArgumentNullException(nameof(callback)), state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock, and rings on the way what is to ring, in order.</summary>
    /// <param name="by">How far, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">It would run backwards.</exception>
    public void Advance(TimeSpan by)
    {
        DateTimeOffset until = GetUtcNow() + (by >= TimeSpan.Zero ? by : throw new ArgumentOutOfRangeException(nameof(by), by, "Time cannot run backwards."));
        while (TakeDue(until) is { } timer)
        {
            timer.Ring();
        }

        lock (_lock)
        {
            _now = until > _now ? until : _now;
        }
    }

    internal void Schedule(VirtualTimer timer, TimeSpan dueTime)
    {
        lock (_lock)
        {
            _timers.Remove(timer);
            if (dueTime == Timeout.InfiniteTimeSpan || timer.IsDisposed)
            {
                return;
            }

            timer.Due = _now + dueTime;
            timer.Order = _order++;
            _timers.Add(timer);
            if (_isManual || _isRunning || !timer.IsWait)
            {
                return;
            }

            _isRunning = true;
        }

        ThreadPool.QueueUserWorkItem(static clock => ((VirtualTime)clock!).Run(), this);
    }

    internal void Stop(VirtualTimer timer)
    {
        lock (_lock)
        {
            _timers.Remove(timer);
        }
    }

    /// <summary>Goes on as long as somebody waits; what only watches the clock does not move it.</summary>
    private void Run()
    {
        while (true)
        {
            lock (_lock)
            {
                if (!_timers.Exists(timer => timer.IsWait))
                {
                    _isRunning = false;
                    return;
                }
            }

            if (TakeDue(DateTimeOffset.MaxValue) is { } next)
            {
                using var rung = new ManualResetEventSlim();
                var hasBegun = false;
                ThreadPool.QueueUserWorkItem(_ =>
                {
                    Volatile.Write(ref hasBegun, true);
                    next.Ring();
                    TrySet(rung);
                });

                // Where all threads are in use it begins late; the clock does not go on before it.
                while (!rung.Wait(s_patience) && !Volatile.Read(ref hasBegun))
                {
                }
            }
        }
    }

    private static void TrySet(ManualResetEventSlim rung)
    {
        try
        {
            rung.Set();
        }
        catch (ObjectDisposedException)
        {
            // The clock went on without it.
        }
    }

    private VirtualTimer? TakeDue(DateTimeOffset until)
    {
        lock (_lock)
        {
            VirtualTimer? next = _timers.Where(timer => timer.Due <= until).OrderBy(timer => timer.Due).ThenBy(timer => timer.Order).FirstOrDefault();
            if (next is null)
            {
                return null;
            }

            _timers.Remove(next);
            _now = next.Due > _now ? next.Due : _now;
            if (next.Period > TimeSpan.Zero)
            {
                next.Due = _now + next.Period;
                _timers.Add(next);
            }

            return next;
        }
    }
}
