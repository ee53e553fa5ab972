using VendorErrors.Benchmarks.Measuring;
using VendorErrors.Benchmarks.Processes;

namespace VendorErrors.Benchmarks.Gates;

/// <summary>
/// The first error of fresh processes that have read JSON before, as any application has: how many methods the runtime compiles for it, on the
/// thread that waits. The time that takes is for reading: it is the machine's.
/// </summary>
internal sealed class P17() : Gate(17, "cold: to the first error, System.Text.Json loaded before")
{
    private const int Rounds = 9;

    public override IReadOnlyList<Figure> Measure(PairRunner runner)
    {
        (double Methods, double Milliseconds)[] runs = [.. Enumerable.Range(0, Rounds).Select(_ => ColdStart.Measure())];
        return
        [
            new Figure("methods compiled", Median.Of(runs.Select(run => run.Methods)), FigureKind.Count) { Bar = 200 },
            new Figure("time of the compiler", Median.Of(runs.Select(run => run.Milliseconds)), FigureKind.Milliseconds),
        ];
    }
}
