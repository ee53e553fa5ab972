namespace VendorErrors.Benchmarks.Gates;

/// <summary>How a gate stands.</summary>
internal enum GateState
{
    /// <summary>Every bar is held.</summary>
    Pass,

    /// <summary>A bar is not held.</summary>
    Fail,

    /// <summary>The machine lacks something that it needs.</summary>
    NotRun,

    /// <summary>Identical copies did not measure alike, or candidates did not agree: nothing is known.</summary>
    Void,
}
