namespace VendorErrors.Http.Ledger;

/// <summary>What is to be done about an entry that a call finds.</summary>
internal enum LedgerStep
{
    /// <summary>It is taken over, by compare-and-set, and the call is sent.</summary>
    Claim,

    /// <summary>The vendor is asked first, by one process.</summary>
    Probe,

    /// <summary>Nothing is written and nothing sent.</summary>
    Stop,
}
