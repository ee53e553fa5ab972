using Microsoft.Extensions.Logging;
using VendorErrors.Http.Retries;
using VendorErrors.Http.Telemetry;

namespace VendorErrors.Http.Cooldowns;

/// <summary>
/// Keeps the application's backplane away from the calls: everything of it runs on the pool, one publication at a time, and whatever it
/// does wrong is logged once and forgotten. Safe for use by several threads.
/// </summary>
internal sealed class BackplaneLink : IDisposable
{
    /// <summary>How long a publication or a subscription may take before it counts as failed: 5 seconds.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>How many accounts wait to be published at the most.</summary>
    internal const int MaxPending = 1024;

    private readonly object _lock = new();
    private readonly ICooldownBackplane _backplane;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Action<string, TimeSpan> _hear;
    private readonly CooldownEnds _pending;
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationToken _stopping;
    private IDisposable? _subscription;
    private bool _isRunning;
    private bool _isOut;
    private bool _isDisposed;

    public BackplaneLink(ICooldownBackplane backplane, TimeProvider time, ILogger logger, Action<string, TimeSpan> hear)
    {
        (_backplane, _time, _logger, _hear) = (backplane, time, logger, hear);
        _pending = new CooldownEnds(time, MaxPending);
        _stopping = _stop.Token;
        Run();
    }

    /// <summary>Has an account's cooldown published, soon. Several lengths of one account become the longest.</summary>
    public void Publish(string account, TimeSpan length)
    {
        _pending.Extend(account, length);
        Run();
    }

    public void Dispose()
    {
        lock (_lock)
        {
            if (_isDisposed)
            {
                return;
            }

            _isDisposed = true;
        }

        _stop.Cancel();
        _stop.Dispose();
        End();
    }

    private void Run()
    {
        lock (_lock)
        {
            if (_isRunning || _isDisposed)
            {
                return;
            }

            _isRunning = true;
        }

        _ = Task.Run(RunAsync);
    }

    private async Task RunAsync()
    {
        if (Volatile.Read(ref _subscription) is null)
        {
            await TryAsync(Subscribe).ConfigureAwait(false);
        }

        while (TryTake(out string account, out TimeSpan left))
        {
            if (left > TimeSpan.Zero)
            {
                await TryAsync(token => _backplane.PublishAsync(account, left, token).AsTask()).ConfigureAwait(false);
            }
        }
    }

    private bool TryTake(out string account, out TimeSpan left)
    {
        lock (_lock)
        {
            bool has = _pending.TryTake(out account, out left) && !_isDisposed;
            _isRunning = has;
            return has;
        }
    }

    private Task Subscribe(CancellationToken cancellationToken)
    {
        IDisposable subscription = _backplane.Subscribe(Hear);
        bool isTooLate;
        lock (_lock)
        {
            _subscription = subscription;
            isTooLate = _isDisposed;
        }

        if (isTooLate)
        {
            End();
        }

        return Task.CompletedTask;
    }

    // One that hangs is waited for all the same, so that at most one thread is lost to it.
    private async Task TryAsync(Func<CancellationToken, Task> work)
    {
        using CancellationTokenSource patience = _time.CreateCancellationTokenSource(Patience);
        try
        {
            using CancellationTokenSource linked = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, _stopping);
            using CancellationTokenRegistration late = patience.Token.Register(() => Fail(nameof(TimeoutException)));
            await Task.Run(() => work(linked.Token), CancellationToken.None).ConfigureAwait(false);
            lock (_lock)
            {
                _isOut &= patience.IsCancellationRequested;
            }
        }
#pragma warning disable CA1031 // Whatever the application's backplane throws, the calls go on without it.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Fail(e.GetType().Name);
        }
    }

    private void Fail(string reason)
    {
        lock (_lock)
        {
            if (_isOut || _isDisposed)
            {
                return;
            }

            _isOut = true;
        }

        Log.CooldownBackplaneFailed(_logger, reason);
    }

    private void Hear(string account, TimeSpan remaining)
    {
        if (!Volatile.Read(ref _isDisposed))
        {
            _hear(account, remaining);
        }
    }

    private void End()
    {
        if (Interlocked.Exchange(ref _subscription, null) is { } subscription)
        {
            // Off the context, and not for long: a container that is disposed does not hang on it.
            Task end = Task.Run(() =>
            {
                try
                {
                    subscription.Dispose();
                }
#pragma warning disable CA1031 // There is nobody left to report it to.
                catch
#pragma warning restore CA1031
                {
                }
            });
            end.Wait(TimeSpan.FromSeconds(1));
        }
    }
}
