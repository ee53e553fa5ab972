using System.Runtime.CompilerServices;
using VendorErrors.Http.Retries;

namespace VendorErrors.Http.Credentials;

/// <summary>
/// One refresh per generation of the credential, shared by all requests of all clients that are given the same refresher, in a container or
/// not. A request that was sent with an older generation than the present one needs no refresh at all. A failed refresh is not tried
/// again for a while, so that it cannot become a storm. Safe for use by several threads.
/// </summary>
internal sealed class CredentialGate
{
    /// <summary>How long a failed refresh counts for the same generation: 30 seconds.</summary>
    internal static readonly TimeSpan FailurePause = TimeSpan.FromSeconds(30);

    /// <summary>A refresher that does not come back doubles the pause each time, so often at the most: to 64 minutes.</summary>
    private const int MostDoublings = 7;

    private static readonly ConditionalWeakTable<ICredentialRefresher, CredentialGate> s_gates = new();

    private readonly object _lock = new();
    private long _generation;
    private Task<bool>? _running;
    private TimeProvider? _failedBy;
    private long _failedAt;
    private int _abandoned;

    /// <summary>The gate of a refresher's credential; where there is no refresher, one that nobody shares.</summary>
    public static CredentialGate Of(ICredentialRefresher? refresher) =>
        refresher is null ? new CredentialGate() : s_gates.GetValue(refresher, static _ => new CredentialGate());

    /// <summary>The generation of the present credential, to be noted before a request is sent.</summary>
    public long Generation => Volatile.Read(ref _generation);

    /// <summary>Makes sure that there is a newer credential than the one a request was sent with.</summary>
    /// <returns>Whether there is.</returns>
    public Task<bool> RefreshAsync(long sentWith, RefreshRun run)
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

            // The clocks of two clients need not be comparable.
            if (ReferenceEquals(_failedBy, run.Time) && run.Time.GetElapsedTime(_failedAt) < PauseOf(_abandoned))
            {
                return Task.FromResult(false);
            }

            var started = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
            _running = started.Task;
            // Off the caller's stack and context: the lock is held here, and a synchronous caller blocks its context.
            _ = Task.Run(() => RunAsync(run, started));
            return started.Task;
        }
    }

    private static TimeSpan PauseOf(int abandoned) => TimeSpan.FromTicks(FailurePause.Ticks << Math.Min(abandoned, MostDoublings));

    private async Task RunAsync(RefreshRun run, TaskCompletionSource<bool> started)
    {
        long generation = Generation;
        var timeout = run.Time.CreateCancellationTokenSource(run.Limit);
        // On a thread of its own, because it may block it.
        Task<bool> call = Task.Run(() => run.Refresher.RefreshAsync(timeout.Token).AsTask());
        var refreshed = false;
        string reason = "refused";
        try
        {
            refreshed = await call.WaitOrCancelAsync(timeout.Token).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever the application's refresher throws, the callers get the vendor's original answer.
        catch (Exception e)
#pragma warning restore CA1031
        {
            reason = e.GetType().Name;
        }

        // It may have come back while its time ran out.
        bool isAbandoned = !call.IsCompleted;
        refreshed |= call.Status == TaskStatus.RanToCompletion && await call.ConfigureAwait(false);
        lock (_lock)
        {
            _generation += refreshed ? 1 : 0;
            _failedBy = refreshed ? null : run.Time;
            _failedAt = run.Time.GetTimestamp();
            _abandoned += isAbandoned ? 1 : 0;
            _running = null;
        }

        if (isAbandoned)
        {
            _ = TakeLateAsync(call, generation);
        }
        else
        {
            timeout.Dispose();
        }

        run.Report(refreshed, reason);
        started.SetResult(refreshed);
    }

    /// <summary>What a refresher that was given up comes to in the end: a new credential counts, where none came meanwhile.</summary>
    private async Task TakeLateAsync(Task<bool> call, long generation)
    {
        var refreshed = false;
        try
        {
            refreshed = await call.ConfigureAwait(false);
        }
#pragma warning disable CA1031 // It was reported when it was given up.
        catch
#pragma warning restore CA1031
        {
        }

        lock (_lock)
        {
            _abandoned--;
            if (refreshed && _generation == generation)
            {
                _generation++;
                _failedBy = null;
            }
        }
    }
}
