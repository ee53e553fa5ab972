namespace VendorErrors;

/// <summary>Where a wait was found.</summary>
public enum WaitSource
{
    /// <summary>Nowhere: backoff decides.</summary>
    None = 0,

    /// <summary>The <c>Retry-After</c> header of RFC 9110, section 10.2.3, or a suffixed form of it.</summary>
    RetryAfterHeader = 1,

    /// <summary>A header of the vendor's own.</summary>
    VendorHeader = 2,

    /// <summary>A member of the body.</summary>
    BodyField = 3,

    /// <summary>A sentence of the message.</summary>
    MessageText = 4,

    /// <summary>The catalog row, that is, the vendor's manual.</summary>
    Row = 5,
}
