namespace VendorErrors;

/// <summary>Whether a request may be sent twice. The default value is the most cautious one.</summary>
public enum OperationSafety
{
    /// <summary>A write that happens twice when it is sent twice: a call, a message, a new record.</summary>
    NonIdempotentWrite = 0,

    /// <summary>Changes nothing.</summary>
    Read = 1,

    /// <summary>Changes something, and the second time nothing more.</summary>
    Idempotent = 2,

    /// <summary>A write with an idempotency key that the vendor honors.</summary>
    IdempotencyKeyed = 3,
}
