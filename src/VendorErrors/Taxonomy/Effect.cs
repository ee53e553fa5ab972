namespace VendorErrors;

/// <summary>
/// May the side effect of the request (the call, the message, the record) exist at the vendor now?
/// The default value is <see cref="Unknown"/>, the most cautious one.
/// </summary>
public enum Effect
{
    /// <summary>It may or may not exist. A non-idempotent write is not sent again.</summary>
    Unknown = 0,

    /// <summary>It does not exist: the request was refused before anything was done.</summary>
    None = 1,

    /// <summary>It exists in part.</summary>
    Partial = 2,

    /// <summary>It exists.</summary>
    Applied = 3,
}
