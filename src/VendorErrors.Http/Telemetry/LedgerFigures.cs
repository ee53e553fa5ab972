using System.Diagnostics.Metrics;

namespace VendorErrors.Http.Telemetry;

/// <summary>The last figures of one ledger, which the gauges report. Collectors wait for nothing. Safe for use by several threads.</summary>
internal sealed class LedgerFigures : IDisposable
{
    private static readonly object s_lock = new();
    private static LedgerFigures[] s_all = [];
    private Counted? _last;

    public LedgerFigures()
    {
        lock (s_lock)
        {
            s_all = [.. s_all, this];
        }
    }

    public static IEnumerable<Measurement<long>> Entries() =>
        from counted in Known()
        from count in counted.Entries
        select new Measurement<long>(count.Value, new KeyValuePair<string, object?>("state", count.Key));

    public static IEnumerable<Measurement<long>> Overdue() => Known().Select(counted => new Measurement<long>(counted.Overdue));

    /// <summary>Reports these from now on.</summary>
    public void Set(Dictionary<string, long> entries, int overdue) => Volatile.Write(ref _last, new Counted(entries, overdue));

    /// <summary>Reports none: old figures are no figures.</summary>
    public void Clear() => Volatile.Write(ref _last, null);

    public void Dispose()
    {
        lock (s_lock)
        {
            s_all = [.. s_all.Where(other => other != this)];
        }
    }

    private static IEnumerable<Counted> Known() => Volatile.Read(ref s_all).Select(figures => Volatile.Read(ref figures._last)).OfType<Counted>();

    private sealed record Counted(Dictionary<string, long> Entries, int Overdue);
}
