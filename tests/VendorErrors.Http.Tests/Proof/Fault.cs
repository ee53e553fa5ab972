namespace VendorErrors.Http.Tests.Proof;

/// <summary>How the transport fails.</summary>
internal enum Fault
{
    None = 0,

    /// <summary>Name resolution: nothing was sent.</summary>
    NoSuchHost = 1,

    /// <summary>Connection refused: nothing was sent.</summary>
    Refused = 2,

    /// <summary>TLS: nothing was sent.</summary>
    Tls = 3,

    /// <summary>The connection was reset while the answer was awaited.</summary>
    Reset = 4,

    /// <summary>The connection ended before the answer.</summary>
    EarlyEnd = 5,

    /// <summary>Nothing came back in time, reported by a handler of the application inside ours.</summary>
    TimedOut = 6,

    /// <summary>The host became unreachable while the answer was awaited: Linux reports so when it gives up sending again on an open connection.</summary>
    LostHost = 7,

    /// <summary>The network went down while the answer was awaited.</summary>
    LostNetwork = 8,
}
