using VendorErrors.Comparison.Contestants;
using VendorErrors.FleetComparison.Contestants;

namespace VendorErrors.FleetComparison.Queue;

/// <summary>What became of a message so far. Used by one thread.</summary>
internal sealed class JobState
{
    public int Deliveries { get; set; }

    public long FirstDelivered { get; set; }

    /// <summary>From the first delivery to the end.</summary>
    public TimeSpan Took { get; set; }

    /// <summary>Whether a worker was killed while it had this message.</summary>
    public bool WasKilled { get; set; }

    /// <summary>Whether its kill, or the loss of its acknowledgement, has happened.</summary>
    public bool IsSpent { get; set; }

    /// <summary>What the worker said at last; null until the message is off the queue.</summary>
    public Verdict? End { get; set; }

    /// <summary>Whether somebody has to find out whether it happened.</summary>
    public bool IsLeftForPerson => End is { Told: Told.Unknown };

    /// <summary>What happened to it, in order.</summary>
    public List<string> Log { get; } = [];
}
