namespace VendorErrors.Benchmarks.Gates;

/// <summary>Every gate, in the order of their numbers.</summary>
internal static class GateList
{
    public static IReadOnlyList<Gate> All { get; } = [new P01(), new P07(), new P09(), new P10(), new P11()];
}
