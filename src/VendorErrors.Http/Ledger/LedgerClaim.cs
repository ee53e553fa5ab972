namespace VendorErrors.Http.Ledger;

/// <summary>The right to send, until a deadline.</summary>
/// <param name="Entry">The entry as it was written.</param>
/// <param name="Deadline">When the right ends, as a timestamp of the process: never later than the lease in the store.</param>
/// <param name="DeadlineByDay">The same as a time of day: a machine that was suspended may have stopped the timestamps.</param>
internal sealed record LedgerClaim(LedgerEntry Entry, long Deadline, DateTimeOffset DeadlineByDay)
{
    /// <summary>Whether it was taken over from an earlier delivery, of which nobody knows what became.</summary>
    public bool TookOver { get; init; }

    /// <summary>Whether an entry is of this very claim, whatever was written to it since.</summary>
    public bool IsOf(LedgerEntry entry) => entry.Owner == Entry.Owner && entry.Claim == Entry.Claim;
}
