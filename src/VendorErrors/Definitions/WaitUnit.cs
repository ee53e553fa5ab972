namespace VendorErrors.Definitions;

/// <summary>The unit of a wait.</summary>
public enum WaitUnit
{
    /// <summary>Seconds from now, a fraction allowed.</summary>
    Seconds = 0,

    /// <summary>Milliseconds from now.</summary>
    Milliseconds = 1,

    /// <summary>A point in time, as an HTTP date or as ISO 8601.</summary>
    Date = 2,

    /// <summary>Seconds from now, or a Unix time in seconds where the number is over 10^9.</summary>
    SecondsOrEpoch = 3,

    /// <summary>Seconds from now, or a date: the <c>Retry-After</c> of RFC 9110.</summary>
    SecondsOrDate = 4,
}
