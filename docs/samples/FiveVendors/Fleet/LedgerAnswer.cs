using VendorErrors.Http;

namespace FiveVendors.Fleet;

/// <summary>What the ledger answers: the part that the method returns.</summary>
internal sealed record LedgerAnswer
{
    /// <summary>Whether it was added or replaced.</summary>
    public bool IsDone { get; init; }

    public bool IsTooOld { get; init; }

    public IReadOnlyList<LedgerEntry> Entries { get; init; } = [];

    public IReadOnlyDictionary<LedgerState, long> Counts { get; init; } = new Dictionary<LedgerState, long>();

    public int Number { get; init; }

    public byte[] Secret { get; init; } = [];
}
