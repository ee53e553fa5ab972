using Microsoft.Extensions.Logging;
using VendorErrors.Http.Telemetry;

namespace VendorErrors.Http.Ledger;

/// <summary>
/// What only the store knows, asked now and then in the background while somebody listens. Collectors get the last figures; while the store is away
/// they get none. Safe for use by several threads.
/// </summary>
internal sealed class LedgerGauges : IDisposable
{
    // More than anybody looks through: then it is this many, or more.
    private const int MostOverdue = 1000;

    private static readonly TimeSpan s_longestPatience = TimeSpan.FromSeconds(30);
    private static readonly LedgerState[] s_states = [LedgerState.Sending, LedgerState.Unknown, LedgerState.Done, LedgerState.Refused];

    private readonly LedgerFigures _figures = new();
    private readonly ICallLedgerStore _store;
    private readonly TimeSpan _overdueAfter;
    private readonly TimeSpan _patience;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly ITimer _timer;
    private int _isAsking;
    private bool _isAway;

    public LedgerGauges(ICallLedgerStore store, CallLedgerMetricsOptions options, TimeProvider time, ILogger logger)
    {
        _store = store;
        _overdueAfter = options.OverdueAfter;
        _patience = options.Interval < s_longestPatience ? options.Interval : s_longestPatience;
        _time = time;
        _logger = logger;

        // Whatever request or transaction made it, the timer is not of it.
        using AsyncFlowControl? apart = ExecutionContext.IsFlowSuppressed() ? null : ExecutionContext.SuppressFlow();
        _timer = time.CreateTimer(static gauges => ((LedgerGauges)gauges!).Ask(), this, TimeSpan.Zero, options.Interval);
    }

    public void Dispose()
    {
        _timer.Dispose();
        _figures.Dispose();
    }

    /// <summary>One question to the store. Never throws.</summary>
    internal async Task AskAsync()
    {
        try
        {
            using CancellationTokenSource patience = _time.CreateCancellationTokenSource(_patience);
            (IReadOnlyDictionary<LedgerState, long> counts, int overdue) = await CountAsync(patience.Token).WaitOrCancelAsync(patience.Token).ConfigureAwait(false);
            _figures.Set(s_states.ToDictionary(state => SnakeCase.Of(state), state => counts.TryGetValue(state, out long count) ? count : 0, StringComparer.Ordinal), overdue);
            _isAway = false;
        }
#pragma warning disable CA1031 // Whatever the store throws, it is asked again after the interval.
        catch (Exception e)
#pragma warning restore CA1031
        {
            _figures.Clear();
            if (!_isAway)
            {
                _isAway = true;
                Log.LedgerNotCounted(_logger, e.GetType().Name);
            }
        }
    }

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

    private async Task<(IReadOnlyDictionary<LedgerState, long> Counts, int Overdue)> CountAsync(CancellationToken cancellationToken)
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

        return (counts, Math.Min(overdue, MostOverdue));
    }
}
