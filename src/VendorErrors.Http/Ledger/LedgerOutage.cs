using Microsoft.Extensions.Logging;
using VendorErrors.Http.Telemetry;

namespace VendorErrors.Http.Ledger;

/// <summary>Whether the store can be used, with one log line for each outage. Safe for use by several threads.</summary>
internal sealed class LedgerOutage(CallLedgerOptions options, ILogger logger)
{
    private int _isOut;

    /// <summary>Notes that the store cannot be used.</summary>
    /// <returns>Why, in words for evidence.</returns>
    public string Begin(Exception e)
    {
        string kind = KindOf(e);
        if (Interlocked.Exchange(ref _isOut, 1) == 0)
        {
            Log.LedgerUnavailable(logger, kind, options.SendWithoutLedger);
        }

        return $"the call ledger cannot be used ({kind})";
    }

    /// <summary>Notes that something was written. Only that ends an outage: a full disk can still be read.</summary>
    public void End()
    {
        if (Volatile.Read(ref _isOut) != 0 && Interlocked.Exchange(ref _isOut, 0) != 0)
        {
            Log.LedgerAvailable(logger);
        }
    }

    /// <summary>What went wrong, never in the words of a server: they may name hosts, users and values.</summary>
    public string KindOf(Exception e) => e switch
    {
        CallLedgerStoreException { Kind.Length: > 0 } known => known.Kind,
        OperationCanceledException => FormattableString.Invariant($"no answer within {options.StoreTimeout.TotalSeconds:0.###} s"),
        _ => e.GetType().Name,
    };
}
