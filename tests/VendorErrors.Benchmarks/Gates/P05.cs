using VendorErrors.Benchmarks.Bodies;
using VendorErrors.Benchmarks.Comparators;
using VendorErrors.Benchmarks.Measuring;

namespace VendorErrors.Benchmarks.Gates;

/// <summary><c>Vendor.Classify</c> on small bodies that have to be read to their end anyway.</summary>
internal sealed class P05() : Gate(5, "discriminator last, small bodies, ÷ tokenization")
{
    public override IReadOnlyList<Figure> Measure(PairRunner runner) =>
    [
        new Figure("100 B", Compare(runner, TalkdeskSuccess.Last(100), SuccessVerdict.Classify)) { Bar = 0.45, Stretch = 0.30 },
        new Figure("8x8 at 93 B", Compare(runner, EightByEightSuccess.Bodies(), SuccessVerdict.ClassifyEightByEight)) { Bar = 0.40, Stretch = 0.25 },
    ];

    private double Compare(PairRunner runner, byte[][] bodies, Func<byte[], int> verdict)
    {
        Agreement.Check(Work, bodies, body => verdict(body) == (int)VendorOutcome.Success, body => SuccessVerdict.Reader(body) is (int)VendorOutcome.Success or (int)VendorOutcome.SuccessWithWarning);
        return runner.Compare(Candidate.Each("Vendor.Classify", bodies, verdict), Candidate.Each("tokenization", bodies, SuccessVerdict.Tokenize)).Ratios[0];
    }
}
