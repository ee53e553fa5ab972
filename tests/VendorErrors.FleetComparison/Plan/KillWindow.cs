namespace VendorErrors.FleetComparison.Plan;

/// <summary>Where a worker is killed.</summary>
internal enum KillWindow
{
    /// <summary>Nowhere.</summary>
    None,

    /// <summary>After the claim, where there is one, and before the first byte leaves.</summary>
    BeforeFirstByte,

    /// <summary>The vendor has the request, and has not done it yet: it does it afterwards.</summary>
    InFlight,

    /// <summary>The vendor did it and answers; nothing is written down yet.</summary>
    BeforeCompletion,

    /// <summary>All is written down; the queue does not know it yet.</summary>
    BeforeAcknowledgement,
}
