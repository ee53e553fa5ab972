namespace VendorErrors.Comparison.Traffic;

/// <summary>What becomes of one attempt.</summary>
internal enum FaultKind
{
    /// <summary>Nothing goes wrong.</summary>
    Done,

    /// <summary>The vendor wants fewer requests, and most of them say how long to wait.</summary>
    TooFast,

    /// <summary>The vendor's own code for an error of its system.</summary>
    SystemError,

    /// <summary>HTTP 503 with a <c>Retry-After</c>.</summary>
    Unavailable,

    /// <summary>A gateway's page with HTTP 502 or 504.</summary>
    GatewayPage,

    /// <summary>No connection: nothing was sent.</summary>
    NoConnection,

    /// <summary>The connection breaks while the answer is awaited.</summary>
    Reset,

    /// <summary>No answer comes within the time of an attempt.</summary>
    Silence,

    /// <summary>The answer breaks off within its body.</summary>
    CutBody,

    /// <summary>Refused, however often it is sent.</summary>
    RefusedForGood,
}
