namespace VendorErrors.Http.Tests.Kit;

/// <summary>Connects containers of one process, as a bus would connect processes; or does what the test says.</summary>
internal sealed class FakeBackplane : ICooldownBackplane
{
    private readonly object _lock = new();
    private readonly List<Action<string, TimeSpan>> _listeners = [];
    private readonly List<(string Account, TimeSpan Remaining)> _published = [];

    /// <summary>Instead of telling everybody.</summary>
    public Func<CancellationToken, Task>? OnPublish { get; set; }

    public Action? OnSubscribe { get; set; }

    public int Subscriptions { get; private set; }

    public IReadOnlyList<(string Account, TimeSpan Remaining)> Published
    {
        get
        {
            lock (_lock)
            {
                return [.. _published];
            }
        }
    }

    public int Listeners
    {
        get
        {
            lock (_lock)
            {
                return _listeners.Count;
            }
        }
    }

    public async ValueTask PublishAsync(string account, TimeSpan remaining, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _published.Add((account, remaining));
        }

        if (OnPublish is { } publish)
        {
            await publish(cancellationToken);
            return;
        }

        Tell(account, remaining);
    }

    public IDisposable Subscribe(Action<string, TimeSpan> extend)
    {
        Subscriptions++;
        OnSubscribe?.Invoke();
        lock (_lock)
        {
            _listeners.Add(extend);
        }

        return new Subscription(() =>
        {
            lock (_lock)
            {
                _listeners.Remove(extend);
            }
        });
    }

    public void Tell(string account, TimeSpan remaining)
    {
        Action<string, TimeSpan>[] listeners;
        lock (_lock)
        {
            listeners = [.. _listeners];
        }

        foreach (Action<string, TimeSpan> listener in listeners)
        {
            listener(account, remaining);
        }
    }

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
