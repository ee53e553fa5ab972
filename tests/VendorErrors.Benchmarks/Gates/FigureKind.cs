namespace VendorErrors.Benchmarks.Gates;

/// <summary>How a figure is written.</summary>
internal enum FigureKind
{
    /// <summary>As a number.</summary>
    Ratio,

    /// <summary>As one over a number, where it is below 1.</summary>
    Fraction,

    /// <summary>As bytes.</summary>
    Bytes,

    /// <summary>As a whole number.</summary>
    Count,

    /// <summary>As milliseconds; of this machine, so for reading only.</summary>
    Milliseconds,
}
