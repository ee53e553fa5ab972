namespace VendorErrors.Http.Tests.Ledger.Explorer;

/// <summary>A rule of docs/ledger.md that is broken on purpose.</summary>
public enum BrokenRule
{
    /// <summary>Rule 1: the claim is part of the caller's transaction, and gone when the caller dies.</summary>
    ClaimIsRolledBack,

    /// <summary>Rule 2: a lease that is over is taken for a permission.</summary>
    LeaseOverMeansFree,

    /// <summary>Rule 3: whoever writes last wins.</summary>
    NothingIsCompared,

    /// <summary>Rule 4: an id belongs to any request.</summary>
    AnyRequestWillDo,

    /// <summary>Rule 5: what is unknown is purged.</summary>
    UnknownExpires,
}
