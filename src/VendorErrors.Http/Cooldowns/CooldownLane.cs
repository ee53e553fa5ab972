using VendorErrors.Http.Retries;

namespace VendorErrors.Http.Cooldowns;

/// <summary>
/// The requests of one account that obey waits up to one length. Closed until an end that only moves later; then it recovers: one
/// attempt is let through, and each that the vendor does not refuse makes room for one more, so that the number in flight doubles with
/// each round trip. A refusal closes it again, and the next recovery doubles up to half of what was in flight and goes on slowly from
/// there. Safe for use by several threads.
/// </summary>
internal sealed class CooldownLane(TimeProvider time, TimeSpan limit)
{
    /// <summary>How long an attempt keeps its place while a lane recovers: 5 seconds. One that takes longer was not refused at the door, and holds nobody up.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>How long a refusal that names no wait closes a lane that recovers: 1 second.</summary>
    internal static readonly TimeSpan RefusalPause = TimeSpan.FromSeconds(1);

    /// <summary>How long after its end a lane counts who is in flight at the least: 1 second. Those that waited for the same end come in one after the other.</summary>
    private static readonly TimeSpan s_settling = TimeSpan.FromSeconds(1);

    /// <summary>By how much the number in flight grows with each round trip where the vendor refused at twice as many before.</summary>
    private const double SlowGrowth = 0.5;

    private readonly object _lock = new();
    private readonly LinkedList<CooldownWaiter> _replays = new();
    private readonly LinkedList<CooldownWaiter> _firsts = new();
    private readonly List<(long Id, long StartedAt)> _inFlight = [];
    private volatile bool _isOpen = true;
    private long _namedEnd;
    private long _end;
    private long _round;
    private long _lastId;
    private double _width = 1;
    private double _threshold = double.MaxValue;
    private bool _hasPassed;

    /// <summary>Whether nobody has to wait or to be counted.</summary>
    public bool IsOpen => _isOpen;

    /// <summary>The longest time that it is closed for.</summary>
    public TimeSpan Limit => limit;

    /// <summary>How much longer the vendor wants nobody to ask; null for no longer.</summary>
    public TimeSpan? Left
    {
        get
        {
            if (_isOpen)
            {
                return null;
            }

            lock (_lock)
            {
                long now = time.GetTimestamp();
                return !_isOpen && now < _namedEnd ? Span(now, _namedEnd) : null;
            }
        }
    }

    /// <summary>Closes it, or moves its end later.</summary>
    /// <param name="asked">For how long, at most as long as its limit.</param>
    /// <param name="jitter">How much later than that it begins to ask.</param>
    /// <returns>Whether that is worth telling: it was not closed, or not for nearly as long.</returns>
    public bool Close(TimeSpan asked, TimeSpan jitter)
    {
        TimeSpan length = asked < limit ? asked : limit;
        if (length <= TimeSpan.Zero)
        {
            return false;
        }

        lock (_lock)
        {
            long now = time.GetTimestamp();
            return CloseUntil(now, time.Add(now, length), jitter);
        }
    }

    /// <summary>Lets a waiter in, or puts it into the line and says how long to wait.</summary>
    public bool TryEnter(CooldownWaiter waiter, out CooldownStep step)
    {
        lock (_lock)
        {
            long now = time.GetTimestamp();
            if (waiter.IsGranted && !_isOpen && now < _end)
            {
                // Closed again between its turn and its waking, when nothing was sent yet.
                _inFlight.RemoveAll(attempt => attempt.Id == waiter.Ticket.Id);
                waiter.Revoke();
                waiter.Place = (waiter.IsReplay ? _replays : _firsts).AddFirst(waiter);
            }

            if (!waiter.IsGranted)
            {
                waiter.Place ??= (waiter.IsReplay ? _replays : _firsts).AddLast(waiter);
                LetIn(now);
            }

            step = waiter.IsGranted ? default : StepAt(now);
            if (!waiter.IsGranted)
            {
                waiter.Renew();
            }

            return waiter.IsGranted;
        }
    }

    /// <summary>Takes a waiter out of the line, one that will not come in.</summary>
    public void Withdraw(CooldownWaiter waiter)
    {
        lock (_lock)
        {
            waiter.Place?.List!.Remove(waiter.Place);
            waiter.Place = null;
        }

        // It may have been let in at the very moment that it gave up.
        if (waiter.IsGranted)
        {
            Leave(waiter.Ticket, AttemptVerdict.Unknown);
        }
    }

    /// <summary>Gives a ticket back. One of an earlier round, or that was given back before, changes nothing.</summary>
    public void Leave(CooldownTicket ticket, AttemptVerdict verdict)
    {
        if (!ticket.IsHeld)
        {
            return;
        }

        lock (_lock)
        {
            if (_isOpen || ticket.Round != _round || _inFlight.RemoveAll(attempt => attempt.Id == ticket.Id) == 0)
            {
                return;
            }

            long now = time.GetTimestamp();
            if (verdict == AttemptVerdict.Refused)
            {
                CloseUntil(now, time.Add(now, limit < RefusalPause ? limit : RefusalPause), TimeSpan.Zero);
                return;
            }

            if (verdict == AttemptVerdict.Passed)
            {
                Widen();
            }

            LetIn(now);
        }
    }

    private bool CloseUntil(long now, long end, TimeSpan jitter)
    {
        bool isClosed = !_isOpen && now < _namedEnd;
        if (isClosed && end <= _namedEnd)
        {
            return false;
        }

        bool isNews = !isClosed || Span(_namedEnd, end) >= s_settling;
        if (!isClosed)
        {
            BeginRound();
        }

        _namedEnd = end;
        _end = time.Add(end, jitter);
        _isOpen = false;
        return isNews;
    }

    private void BeginRound()
    {
        if (_isOpen)
        {
            _threshold = double.MaxValue;
        }
        else if (_hasPassed || _inFlight.Count > 0)
        {
            _threshold = Math.Max(1, _width / 2);
        }

        (_width, _hasPassed) = (1, false);
        _round++;
        _inFlight.Clear();
        WakeAll();
    }

    private CooldownStep StepAt(long now)
    {
        if (now < _end)
        {
            return new CooldownStep(now < _namedEnd ? Span(now, _namedEnd) : TimeSpan.Zero, Span(now, _end), Span(_namedEnd, _end));
        }

        long overdue = time.Add(_inFlight[0].StartedAt, Patience);
        return new CooldownStep(TimeSpan.Zero, Span(now, overdue), Span(_namedEnd, _end));
    }

    private void LetIn(long now)
    {
        if (!_isOpen && now >= _end)
        {
            while (_inFlight.Count > 0 && now >= time.Add(_inFlight[0].StartedAt, Patience))
            {
                _inFlight.RemoveAt(0);
                Widen();
            }

            while (_inFlight.Count < (int)_width && TakeNext() is { } next)
            {
                _inFlight.Add((++_lastId, now));
                next.Grant(new CooldownTicket(_round, _lastId));
            }

            _isOpen = _hasPassed && _inFlight.Count < (int)_width && now >= time.Add(_end, s_settling);
        }

        while (_isOpen && TakeNext() is { } next)
        {
            next.Grant(default);
        }
    }

    private void Widen()
    {
        _hasPassed = true;
        _width += _width < _threshold ? 1 : SlowGrowth / _width;
    }

    private CooldownWaiter? TakeNext()
    {
        LinkedListNode<CooldownWaiter>? place = _replays.First ?? _firsts.First;
        if (place is null)
        {
            return null;
        }

        place.List!.Remove(place);
        place.Value.Place = null;
        return place.Value;
    }

    // Some may no longer wait as long as it now takes.
    private void WakeAll()
    {
        foreach (CooldownWaiter waiter in _replays)
        {
            waiter.Wake();
        }

        foreach (CooldownWaiter waiter in _firsts)
        {
            waiter.Wake();
        }
    }

    // Never nothing where there is something: a part of a tick counts as one.
    private TimeSpan Span(long from, long to) => time.GetElapsedTime(from, to) is { Ticks: > 0 } span ? span : new TimeSpan(to > from ? 1 : 0);
}
