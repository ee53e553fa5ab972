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

    /// <summary>Minutes from now, a fraction allowed.</summary>
    Minutes = 5,

    /// <summary>A length of time with its unit: <c>57.2s</c> (Protocol Buffers), <c>PT30S</c> (ISO 8601) or <c>00:01:00</c>.</summary>
    Duration = 6,

    /// <summary>A Unix time in seconds, a fraction allowed.</summary>
    Epoch = 7,

    /// <summary>A Unix time in milliseconds.</summary>
    EpochMilliseconds = 8,
}
