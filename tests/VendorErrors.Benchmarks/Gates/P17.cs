using VendorErrors.Benchmarks.Measuring;
using VendorErrors.Benchmarks.Processes;

namespace VendorErrors.Benchmarks.Gates;

/// <summary>The first call of fresh processes, CPU of the calling thread: loading assemblies, compiling, building the catalog.</summary>
internal sealed class P17() : Gate(17, "cold: first verdict ÷ first source-generated POCO call, CPU")
{
    private const int Rounds = 12;

    public override IReadOnlyList<Figure> Measure(PairRunner runner) =>
    [
        new Figure("CPU", runner.CompareRuns("first verdict", Rounds, () => ColdStart.Measure(Self.FirstVerdict), () => ColdStart.Measure(Self.FirstPoco))) { Bar = 0.25, Stretch = 0.10 },
    ];
}
