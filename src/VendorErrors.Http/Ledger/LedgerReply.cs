namespace VendorErrors.Http.Ledger;

/// <summary>The ledger's reply to a call.</summary>
/// <param name="Leave">What it says.</param>
internal readonly record struct LedgerReply(LedgerLeave Leave)
{
    /// <summary>The claim, where it was granted; null where the call is sent without the ledger.</summary>
    public LedgerClaim? Claim { get; init; }

    /// <summary>The entry that stands in the way.</summary>
    public LedgerEntry? Entry { get; init; }

    /// <summary>How long the same delivery need not ask again.</summary>
    public TimeSpan? Wait { get; init; }

    /// <summary>Why, in words for evidence and logs.</summary>
    public string? Reason { get; init; }
}
