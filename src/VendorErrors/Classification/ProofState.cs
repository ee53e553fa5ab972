namespace VendorErrors.Classification;

/// <summary>What the vendor itself states on whether anything was executed.</summary>
internal enum ProofState : byte
{
    None = 0,
    NotExecuted,
    Executed,
}
