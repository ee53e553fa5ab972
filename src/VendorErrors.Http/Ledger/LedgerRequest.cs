namespace VendorErrors.Http.Ledger;

/// <summary>A call that asks the ledger for leave.</summary>
/// <param name="Key">The keyed hash of its id.</param>
/// <param name="Fingerprint">The keyed hash of its request.</param>
/// <param name="CreatedAt">When its message was created.</param>
/// <param name="IsRepeatable">Whether it does no harm if it is sent twice.</param>
/// <param name="Data">What is kept of it.</param>
/// <param name="Probe">Asks the vendor whether it happened, given when it was sent; null where nobody can.</param>
internal sealed record LedgerRequest(
    string Key, string Fingerprint, DateTimeOffset CreatedAt, bool IsRepeatable, LedgerData Data, Func<DateTimeOffset, CancellationToken, ValueTask<EffectProbeAnswer>>? Probe);
