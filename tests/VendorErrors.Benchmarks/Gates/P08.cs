using VendorErrors.Benchmarks.Comparators;
using VendorErrors.Benchmarks.Measuring;

namespace VendorErrors.Benchmarks.Gates;

/// <summary>The same answers as in P7 through a document of Newtonsoft's, with the same switch and the same regular expression behind it.</summary>
internal sealed class P08() : Gate(8, "the same ÷ Newtonsoft JObject")
{
    public override IReadOnlyList<Figure> Measure(PairRunner runner)
    {
        (double time, double bytes) = ErrorGate.Compare(runner, "JObject + switch + regex", ErrorReading.Newtonsoft);
        return
        [
            new Figure("time", time, FigureKind.Fraction) { Bar = 1.0 / 6, Stretch = 1.0 / 10 },
            new Figure("bytes", bytes, FigureKind.Fraction) { Bar = 1.0 / 12, Stretch = 1.0 / 25 },
        ];
    }
}
