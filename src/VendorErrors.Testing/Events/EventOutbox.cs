namespace VendorErrors.Testing.Events;

/// <summary>
/// Sends events when they are due, by the clock of the simulated vendor. Timers alone do not move a virtual clock: whoever waits for deliveries does.
/// Safe for use by several threads.
/// </summary>
/// <param name="time">The clock.</param>
/// <param name="isExecuted">Whether the request of this number is executed by now.</param>
internal sealed class EventOutbox(TimeProvider time, Func<int, bool> isExecuted)
{
    private readonly object _lock = new();
    private readonly List<(PlannedEvent Event, ITimer Timer)> _planned = [];
    private readonly List<SimulatedDelivery> _sent = [];
    private TaskCompletionSource<bool> _changed = Signal();
    private Func<SimulatedDelivery, CancellationToken, Task<string>>? _receiver;
    private Exception? _fault;

    /// <summary>How many deliveries are on their way, and how many are done with.</summary>
    private int _open;
    private int _done;

    public IReadOnlyList<SimulatedDelivery> Sent
    {
        get
        {
            lock (_lock)
            {
                return [.. _sent];
            }
        }
    }

    /// <summary>Who receives what is sent from now on; the outcome is what the receiver returns, or the type of what it throws.</summary>
    public void SendTo(Func<SimulatedDelivery, CancellationToken, Task<string>> receiver)
    {
        lock (_lock)
        {
            _receiver = receiver;
        }
    }

    public void Add(IReadOnlyList<PlannedEvent> events)
    {
        if (events.Count == 0)
        {
            return;
        }

        lock (_lock)
        {
            foreach (PlannedEvent planned in events)
            {
                TimeSpan left = planned.Due - time.GetUtcNow();
                _planned.Add((planned, time.CreateTimer(_ => Ring(planned), state: null, left > TimeSpan.Zero ? left : TimeSpan.Zero, Timeout.InfiniteTimeSpan)));
            }

            RaiseChanged();
        }
    }

    /// <summary>Waits, on the clock, until so many deliveries are done with; of no number until none is to come.</summary>
    public async Task WaitAsync(int? count, CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            SendDue();
            (bool isDone, Task next, DateTimeOffset? due) = Look(count);
            if (isDone)
            {
                return;
            }

            if (due is { } at && at - time.GetUtcNow() is var left && left > TimeSpan.Zero)
            {
                await time.Delay(left, cancellationToken).ConfigureAwait(false);
            }
            else if (due is null)
            {
                await Task.WhenAny(next, Task.Delay(Timeout.Infinite, cancellationToken)).ConfigureAwait(false);
            }
        }
    }

    private (bool IsDone, Task Next, DateTimeOffset? Due) Look(int? count)
    {
        lock (_lock)
        {
            bool isDone = count is { } wanted ? _done >= wanted : _open == 0 && _planned.Count == 0;
            if (_fault is { } fault)
            {
                _fault = null;
                throw new InvalidOperationException($"A receiver of events failed: {fault.Message}", fault);
            }

            // What is on its way comes first: it may lead to more.
            return (isDone, _changed.Task, _open > 0 || _planned.Count == 0 ? null : _planned.Min(planned => planned.Event.Due));
        }
    }

    // A clock rings up to a millisecond early: then once more.
    private void Ring(PlannedEvent planned)
    {
        SendDue();
        lock (_lock)
        {
            int index = _planned.FindIndex(waiting => ReferenceEquals(waiting.Event, planned));
            if (index >= 0)
            {
                TimeSpan left = planned.Due - time.GetUtcNow();
                _ = _planned[index].Timer.Change((left > TimeSpan.Zero ? left : TimeSpan.Zero) + TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan);
            }
        }
    }

    private void SendDue()
    {
        while (TakeDue() is { } planned)
        {
            // What was to be done late may have been done before, with the same key or as the same deletion.
            if (isExecuted(planned.RequestNumber))
            {
                Send(planned);
            }
            else
            {
                Close(isSent: false);
            }
        }
    }

    private PlannedEvent? TakeDue()
    {
        lock (_lock)
        {
            DateTimeOffset now = time.GetUtcNow();
            int index = -1;
            for (var i = 0; i < _planned.Count; i++)
            {
                if (_planned[i].Event.Due <= now && (index < 0 || _planned[i].Event.Due < _planned[index].Event.Due))
                {
                    index = i;
                }
            }

            if (index < 0)
            {
                return null;
            }

            (PlannedEvent planned, ITimer timer) = _planned[index];
            _planned.RemoveAt(index);
            timer.Dispose();
            _open++;
            return planned;
        }
    }

    private void Send(PlannedEvent planned)
    {
        SimulatedDelivery delivery;
        Func<SimulatedDelivery, CancellationToken, Task<string>>? receiver;
        lock (_lock)
        {
            delivery = new SimulatedDelivery(planned.Event.Read)
            {
                Number = _sent.Count + 1,
                RequestNumber = planned.RequestNumber,
                Attempt = planned.Attempt,
                At = time.GetUtcNow(),
                Body = planned.Event.Body,
                ContentType = planned.Event.ContentType,
                Headers = planned.Event.Headers,
            };
            _sent.Add(delivery);
            receiver = _receiver;
        }

        if (receiver is null)
        {
            Close(isSent: true);
        }
        else
        {
            _ = SendAsync(delivery, receiver);
        }
    }

    private async Task SendAsync(SimulatedDelivery delivery, Func<SimulatedDelivery, CancellationToken, Task<string>> receiver)
    {
        string outcome;
        try
        {
            outcome = await receiver(delivery, CancellationToken.None).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever the receiver of a test throws: it is kept for whoever waits, and no timer may throw it.
        catch (Exception e)
#pragma warning restore CA1031
        {
            outcome = e.GetType().Name;
            lock (_lock)
            {
                _fault ??= e;
            }
        }

        lock (_lock)
        {
            _sent[delivery.Number - 1] = delivery with { Outcome = outcome };
        }

        Close(isSent: true);
    }

    private void Close(bool isSent)
    {
        lock (_lock)
        {
            _open--;
            _done += isSent ? 1 : 0;
            RaiseChanged();
        }
    }

    private void RaiseChanged()
    {
        TaskCompletionSource<bool> changed = _changed;
        _changed = Signal();
        changed.TrySetResult(true);
    }

    private static TaskCompletionSource<bool> Signal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
