using VendorErrors.Benchmarks.Bodies;
using VendorErrors.Benchmarks.Comparators;
using VendorErrors.Benchmarks.Measuring;

namespace VendorErrors.Benchmarks.Gates;

/// <summary>The early-exit level of P1 against a class of the envelope's code and message, which leaves the payload out.</summary>
internal sealed class P02() : Gate(2, "the same ÷ source-generated POCO")
{
    public override IReadOnlyList<Figure> Measure(PairRunner runner) =>
    [
        new Figure("100 B", Compare(runner, 100), FigureKind.Fraction) { Bar = 1.0 / 12, Stretch = 1.0 / 20 },
        new Figure("2 KB", Compare(runner, 2048), FigureKind.Fraction) { Bar = 1.0 / 150, Stretch = 1.0 / 250 },
    ];

    private double Compare(PairRunner runner, int bytes)
    {
        byte[][] bodies = TalkdeskSuccess.First(bytes);
        Agreement.Check(Work, bodies, SuccessVerdict.Peek, SuccessVerdict.Poco);
        return runner.Compare(
            Candidate.Each("early verdict", bodies, SuccessVerdict.Peek),
            Candidate.Each("POCO", bodies, SuccessVerdict.Poco)).Ratios[0];
    }
}
