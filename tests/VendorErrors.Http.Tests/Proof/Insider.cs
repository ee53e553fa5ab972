namespace VendorErrors.Http.Tests.Proof;

/// <summary>What a handler of the application between ours and the transport does.</summary>
internal enum Insider
{
    /// <summary>There is none.</summary>
    None = 0,

    /// <summary>Sends to another host, as service discovery does: no redirect.</summary>
    ChangesTheHost = 1,

    /// <summary>Adds a header to each attempt, and wraps its content.</summary>
    AddsAndWraps = 2,

    /// <summary>Sends again by itself what failed, whatever it was.</summary>
    Repeats = 3,

    /// <summary>Sends a message of its own making, without the options of ours.</summary>
    Clones = 4,
}
