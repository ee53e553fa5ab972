namespace VendorErrors.Http;

/// <summary>How the metrics are taken that only the store of the call ledger knows. Read once, at the start.</summary>
public sealed class CallLedgerMetricsOptions
{
    /// <summary>How often the store is asked. Each time costs it a count of all entries.</summary>
    /// <value>From a second to a day. Default: 1 minute.</value>
    public TimeSpan Interval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>A call whose effect has been unknown for so long counts as overdue: neither a probe nor a person has settled it.</summary>
    /// <value>Zero or more, up to 365 days. Default: 15 minutes.</value>
    public TimeSpan OverdueAfter { get; set; } = TimeSpan.FromMinutes(15);
}
