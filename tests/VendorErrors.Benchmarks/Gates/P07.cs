using VendorErrors.Benchmarks.Comparators;
using VendorErrors.Benchmarks.Measuring;

namespace VendorErrors.Benchmarks.Gates;

/// <summary>
/// The whole way from bytes to an error object with its texts. The other side keeps less: no evidence, no effect, no advice, no
/// tolerance; it is what a careful person would write for these bodies and no others.
/// </summary>
internal sealed class P07() : Gate(7, "error, five shapes mixed ÷ source-generated POCO + switch + generated regex")
{
    public override IReadOnlyList<Figure> Measure(PairRunner runner)
    {
        (double time, double bytes) = ErrorGate.Compare(runner, "POCO + switch + regex", ErrorReading.Pocos);
        return
        [
            new Figure("time", time) { Bar = 0.50, Stretch = 0.30 },
            new Figure("bytes", bytes) { Bar = 0.60, Stretch = 0.40 },
        ];
    }
}
