namespace VendorErrors.Benchmarks.Gates;

/// <summary>Every gate, in the order of their numbers.</summary>
internal static class GateList
{
    public static IReadOnlyList<Gate> All { get; } =
    [
        new P01(), new P02(), new P03(), new P04(), new P06(), new P07(),
        new P11(), new P12(), new P13(), new P14(), new P15(), new P16(), new P17(), new P18(),
    ];
}
