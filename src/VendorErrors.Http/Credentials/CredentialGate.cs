namespace VendorErrors.Http.Credentials;

/// <summary>
/// One refresh per generation of the credential, shared by all requests. A request that was sent with an older generation than the
/// present one needs no refresh at all. A failed refresh is not tried again for a while, so that it cannot become a storm.
/// </summary>
internal sealed class CredentialGate(TimeProvider time)
{
    /// <summary>How long a failed refresh counts for the same generation: 30 seconds.</summary>
    internal static readonly TimeSpan FailurePause = TimeSpan.FromSeconds(30);

    private readonly object _lock = new();
    private long _generation;
    private Task<bool>? _running;
    private long _failedAt;
    private bool _hasFailed;

    /// <summary>The generation of the present credential, to be noted before a request is sent.</summary>
    public long Generation => Volatile.Read(ref _generation);

    /// <summary>Makes sure that there is a newer credential than the one a request was sent with.</summary>
    /// <returns>Whether there is.</returns>
    public Task<bool> RefreshAsync(long sentWith, Func<Task<bool>> refresh)
    {
        lock (_lock)
        {
            if (_generation > sentWith)
            {
                return Task.FromResult(true);
            }

            if (_running is not null)
            {
                return _running;
            }

            if (_hasFailed && time.GetElapsedTime(_failedAt) < FailurePause)
            {
                return Task.FromResult(false);
            }

            var started = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
            _running = started.Task;
            // Off the caller's stack and context: the lock is held here, and a synchronous caller blocks its context.
            _ = Task.Run(() => RunAsync(refresh, started));
            return started.Task;
        }
    }

    private async Task RunAsync(Func<Task<bool>> refresh, TaskCompletionSource<bool> started)
    {
        var refreshed = false;
        try
        {
            refreshed = await refresh().ConfigureAwait(false);
        }
        finally
        {
            lock (_lock)
            {
                _generation += refreshed ? 1 : 0;
                _hasFailed = !refreshed;
                _failedAt = time.GetTimestamp();
                _running = null;
            }

            started.SetResult(refreshed);
        }
    }
}
