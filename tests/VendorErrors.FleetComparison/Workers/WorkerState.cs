namespace VendorErrors.FleetComparison.Workers;

/// <summary>What a worker process is for.</summary>
internal enum WorkerState
{
    /// <summary>It starts, or waits to take another's place.</summary>
    Spare,

    /// <summary>It works.</summary>
    Active,

    /// <summary>It is given only calls that are to be killed, and is killed with them.</summary>
    Doomed,

    /// <summary>It was killed.</summary>
    Dead,
}
