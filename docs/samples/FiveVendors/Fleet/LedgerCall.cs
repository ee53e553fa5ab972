using VendorErrors.Http;

namespace FiveVendors.Fleet;

/// <summary>What a worker asks the ledger that this program keeps: a method of its store, and the arguments that it has.</summary>
internal sealed record LedgerCall(string Method)
{
    public string Key { get; init; } = string.Empty;

    public LedgerEntry? Entry { get; init; }

    public LedgerEntry? Expected { get; init; }

    public TimeSpan Lease { get; init; }

    /// <summary>How long an entry is kept, or has to be old.</summary>
    public TimeSpan Length { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public LedgerState? State { get; init; }

    public int Most { get; init; }

    public byte[] Secret { get; init; } = [];
}
