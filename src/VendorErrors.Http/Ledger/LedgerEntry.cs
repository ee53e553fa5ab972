namespace VendorErrors.Http;

/// <summary>An entry of the call ledger, as a store keeps it. A store understands none of it but the times. Immutable.</summary>
/// <param name="Key">The keyed hash of the call id, in 64 hexadecimal digits.</param>
/// <param name="Version">Grows by one with every write, from 1.</param>
/// <param name="State">What is known.</param>
/// <param name="Owner">Who claimed it last: a new text for each call of each process, up to 32 characters.</param>
/// <param name="Claim">How often it was claimed, from 1.</param>
/// <param name="Fingerprint">The keyed hash of the request, in 64 hexadecimal digits; <see langword="null"/> where it was erased.</param>
/// <param name="Data">All the rest, as one line of JSON: masked id, vendor, operation, verdict, probes, reason.</param>
public sealed record LedgerEntry(string Key, long Version, LedgerState State, string Owner, long Claim, string? Fingerprint, string Data)
{
    /// <summary>
    /// Read from a store: how much longer the lease runs by the store's clock; negative for how long it has been over; zero where there is none. Not
    /// written: a store is given the lengths.
    /// </summary>
    /// <value>Default: zero.</value>
    public TimeSpan LeaseLeft { get; init; }

    /// <summary>Read from a store: for how long, by its clock, it has been in this state. Not written.</summary>
    /// <value>Default: zero.</value>
    public TimeSpan Age { get; init; }
}
