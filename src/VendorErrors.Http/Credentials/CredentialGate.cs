using System.Runtime.CompilerServices;
using VendorErrors.Http.Retries;

namespace VendorErrors.Http.Credentials;

/// <summary>
/// One refresh per version of the credential, shared by all requests of all clients that are given the same refresher, in a container or
/// not. A request that was sent with an older version than the present one needs no refresh at all. A failed refresh is not tried
/// again for a while, so that it cannot become a storm. Safe for use by several threads.
/// </summary>
internal sealed class CredentialGate
{
    /// <summary>How long a failed refresh counts for the same version: 30 seconds.</summary>
    internal static readonly TimeSpan FailurePause = TimeSpan.FromSeconds(30);

    /// <summary>A refresher that does not come back doubles the pause each time, so often at the most: to 64 minutes.</summary>
    private const int MostDoublings = 7;

    private static readonly ConditionalWeakTable<ICredentialRefresher, CredentialGate> s_gates = new();

    private readonly object _lock = new();
    private Task? _running;
    private TimeProvider? _failedBy;
    private long _failedAt;
    private long _failedVersion;
    private int _abandoned;

    /// <summary>The gate of a refresher's credential.</summary>
    public static CredentialGate Of(ICredentialRefresher refresher) => s_gates.GetValue(refresher, static _ => new CredentialGate());

    /// <summary>Has a newer credential fetched than the one that a request was sent with, unless there is one. Whether there is one afterwards, the refresher's version tells.</summary>
    public Task RefreshAsync(long refusedVersion, RefreshRun run)
    {
        lock (_lock)
        {
            if (IsNewer(run.Refresher, refusedVersion))
            {
                return Task.CompletedTask;
            }

            if (_running is not null)
            {
                return _running;
            }

            // The clocks of two clients need not be comparable.
            if (ReferenceEquals(_failedBy, run.Time) && refusedVersion <= _failedVersion && run.Time.GetElapsedTime(_failedAt) < PauseOf(_abandoned))
            {
                return Task.CompletedTask;
            }

            var started = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
            _running = started.Task;
            // Off the caller's stack and context: the lock is held here, and a synchronous caller blocks its context.
            _ = Task.Run(() => RunAsync(refusedVersion, run, started));
            return started.Task;
        }
    }

    /// <summary>Whether the present credential is newer than another version of it. A version that cannot be read is none.</summary>
    public static bool IsNewer(ICredentialRefresher refresher, long version)
    {
        try
        {
            return refresher.Version > version;
        }
#pragma warning disable CA1031 // Whatever the application's refresher throws, the callers get the vendor's original answer.
        catch
#pragma warning restore CA1031
        {
            return false;
        }
    }

    private static TimeSpan PauseOf(int abandoned) => TimeSpan.FromTicks(FailurePause.Ticks << Math.Min(abandoned, MostDoublings));

    private async Task RunAsync(long refusedVersion, RefreshRun run, TaskCompletionSource<bool> started)
    {
        var timeout = run.Time.CreateCancellationTokenSource(run.Limit);
        // On a thread of its own, because it may block it.
        Task call = Task.Run(() => run.Refresher.RefreshAsync(refusedVersion, timeout.Token).AsTask());
        string reason = "its version stayed the same";
        try
        {
            await call.WaitOrCancelAsync(timeout.Token).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever the application's refresher throws, the callers get the vendor's original answer.
        catch (Exception e)
#pragma warning restore CA1031
        {
            reason = e.GetType().Name;
        }

        // It may have come back while its time ran out.
        bool isAbandoned = !call.IsCompleted;
        bool refreshed = IsNewer(run.Refresher, refusedVersion);
        lock (_lock)
        {
            _failedBy = refreshed ? null : run.Time;
            _failedAt = run.Time.GetTimestamp();
            _failedVersion = refusedVersion;
            _abandoned += isAbandoned ? 1 : 0;
            _running = null;
        }

        if (isAbandoned)
        {
            _ = TakeLateAsync(call);
        }
        else
        {
            timeout.Dispose();
        }

        run.Report(refreshed, reason);
        started.SetResult(refreshed);
    }

    /// <summary>A refresher that was given up came back in the end. A credential that it brought counts by its version.</summary>
    private async Task TakeLateAsync(Task call)
    {
        try
        {
            await call.ConfigureAwait(false);
        }
#pragma warning disable CA1031 // It was reported when it was given up.
        catch
#pragma warning restore CA1031
        {
        }

        lock (_lock)
        {
            _abandoned--;
        }
    }
}
