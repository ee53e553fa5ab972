using VendorErrors.Benchmarks.Measuring;

namespace VendorErrors.Benchmarks.Gates;

/// <summary>One promise about speed, and how it is measured.</summary>
internal abstract class Gate(int number, string work)
{
    public int Number => number;

    public string Id => $"P{number}";

    public string Work => work;

    /// <summary>Measures; each figure with a bar has to hold it.</summary>
    public abstract IReadOnlyList<Figure> Measure(PairRunner runner);
}
