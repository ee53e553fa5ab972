using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using VendorErrors.Http.Telemetry;

namespace VendorErrors.Http.Ledger;

/// <summary>
/// What only the store knows, asked now and then in the background while somebody listens. Collectors get the last figures and wait for nothing; while
/// the store is away they get none, rather than old ones. Safe for use by several threads.
/// </summary>
internal sealed class LedgerGauges : IDisposable
{
    // More than anybody looks through: then it is this many, or more.
    private const int MostOverdue = 1000;

    private static readonly TimeSpan s_longestPatience = TimeSpan.FromSeconds(30);
    private static readonly LedgerState[] s_states = [LedgerState.Sending, LedgerState.Unknown, LedgerState.Done, LedgerState.Refused];
    private static readonly object s_lock = new();
    private static LedgerGauges[] s_all = [];

    private readonly ICallLedgerStore _store;
    private readonly TimeSpan _overdueAfter;
    private readonly TimeSpan _patience;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly ITimer _timer;
    private Figures? _figures;
    private int _isAsking;
    private bool _isAway;

    public LedgerGauges(ICallLedgerStore store, CallLedgerMetricsOptions options, TimeProvider time, ILogger logger)
    {
        _store = store;
        _overdueAfter = options.OverdueAfter;
        _patience = options.Interval < s_longestPatience ? options.Interval : s_longestPatience;
        _time = time;
        _logger = logger;
        lock (s_lock)
        {
            s_all = [.. s_all, this];
        }

        // Whatever request or transaction made it, the timer is not of it.
        using (ExecutionContext.SuppressFlow())
        {
            _timer = time.CreateTimer(static gauges => ((LedgerGauges)gauges!).Ask(), this, TimeSpan.Zero, options.Interval);
        }
    }

    public static IEnumerable<Measurement<long>> Entries() =>
        from figures in Known()
        from state in s_states
        select new Measurement<long>(figures.Counts.TryGetValue(state, out long count) ? count : 0, new KeyValuePair<string, object?>("state", SnakeCase.Of(state)));

    public static IEnumerable<Measurement<long>> Overdue() => Known().Select(figures => new Measurement<long>(figures.Overdue));

    public void Dispose()
    {
        _timer.Dispose();
        lock (s_lock)
        {
            s_all = [.. s_all.Where(other => other != this)];
        }
    }

    /// <summary>One question to the store. Never throws.</summary>
    internal async Task AskAsync()
    {
        try
        {
            using CancellationTokenSource patience = _time.CreateCancellationTokenSource(_patience);
            Volatile.Write(ref _figures, await CountAsync(patience.Token).WaitOrCancelAsync(patience.Token).ConfigureAwait(false));
            _isAway = false;
        }
#pragma warning disable CA1031 // Whatever the store throws, it is asked again after the interval.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Volatile.Write(ref _figures, null);
            if (!_isAway)
            {
                _isAway = true;
                Log.LedgerNotCounted(_logger, e.GetType().Name);
            }
        }
    }

    private static IEnumerable<Figures> Known() => Volatile.Read(ref s_all).Select(gauges => Volatile.Read(ref gauges._figures)).OfType<Figures>();

    private void Ask()
    {
        if (VendorMeter.IsLedgerObserved && Interlocked.Exchange(ref _isAsking, 1) == 0)
        {
            _ = Task.Run(async () =>
            {
                await AskAsync().ConfigureAwait(false);
                Volatile.Write(ref _isAsking, 0);
            });
        }
    }

    private async Task<Figures> CountAsync(CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<LedgerState, long> counts = await _store.CountAsync(cancellationToken).ConfigureAwait(false);
        int overdue = counts.TryGetValue(LedgerState.Unknown, out long unknown) && unknown > 0
            ? (await _store.ListAsync(LedgerState.Unknown, _overdueAfter, MostOverdue, cancellationToken).ConfigureAwait(false)).Count
            : 0;
        if (counts.TryGetValue(LedgerState.Sending, out long sending) && sending > 0)
        {
            // Their effect is unknown from the end of the lease.
            IReadOnlyList<LedgerEntry> old = await _store.ListAsync(LedgerState.Sending, _overdueAfter, MostOverdue, cancellationToken).ConfigureAwait(false);
            overdue += old.Count(entry => -entry.LeaseLeft >= _overdueAfter);
        }

        return new Figures(counts, Math.Min(overdue, MostOverdue));
    }

    /// <summary>The figures of one moment.</summary>
    private sealed record Figures(IReadOnlyDictionary<LedgerState, long> Counts, int Overdue);
}
