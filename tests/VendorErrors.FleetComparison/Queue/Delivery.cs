using VendorErrors.FleetComparison.Plan;

namespace VendorErrors.FleetComparison.Queue;

/// <summary>A message that a worker has. Used by one thread.</summary>
internal sealed class Delivery(FleetJob job, long deadline)
{
    public FleetJob Job { get; } = job;

    /// <summary>When the queue delivers it again.</summary>
    public long Deadline { get; } = deadline;

    /// <summary>Whether the queue no longer waits for it.</summary>
    public bool IsOver { get; set; }
}
