namespace VendorErrors.Http.Ledger;

/// <summary>What the ledger says to a call.</summary>
internal enum LedgerLeave
{
    /// <summary>It may be sent, and nobody else may send it.</summary>
    Granted,

    /// <summary>Another delivery is on its way.</summary>
    InFlight,

    /// <summary>Nobody knows whether it happened, and a probe will be asked later.</summary>
    AwaitingProbe,

    /// <summary>Nobody knows whether it happened.</summary>
    Unknown,

    /// <summary>It is done.</summary>
    Done,

    /// <summary>The id belongs to another request.</summary>
    Conflict,

    /// <summary>The store could not be reached.</summary>
    Unavailable,
}
