namespace VendorErrors.Http;

/// <summary>What the call ledger knows of a call. The values are written to stores and never change.</summary>
public enum LedgerState
{
    /// <summary>Nothing: there is no entry.</summary>
    None = 0,

    /// <summary>It was claimed by a sender, whose lease runs; once that is over, its effect is unknown.</summary>
    Sending = 1,

    /// <summary>It was sent, and nobody knows what became of it.</summary>
    Unknown = 2,

    /// <summary>It happened, or some of it did.</summary>
    Done = 3,

    /// <summary>It surely did not happen, and may be sent.</summary>
    Refused = 4,
}
