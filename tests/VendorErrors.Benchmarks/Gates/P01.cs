using VendorErrors.Benchmarks.Bodies;
using VendorErrors.Benchmarks.Comparators;
using VendorErrors.Benchmarks.Measuring;

namespace VendorErrors.Benchmarks.Gates;

/// <summary>
/// The early-exit level: the verdict on the beginning of a body, as the handler asks for it, without a look at the rest. P1 to P3 are
/// about it: no check to the end could hold P2 at 2 KB or P3 at 4 MB. The figure of <c>Vendor.Classify</c>, which checks bodies of this
/// size to their end, stands beside it; its gate is P6.
/// </summary>
internal sealed class P01() : Gate(1, "success, discriminator first, 100 B")
{
    public override IReadOnlyList<Figure> Measure(PairRunner runner)
    {
        byte[][] bodies = TalkdeskSuccess.First(100);
        byte[][] blanks = JsonBodies.WithBlanks(bodies);
        Agreement.Check(Work, [.. bodies, .. blanks], SuccessVerdict.Peek, SuccessVerdict.Classify, SuccessVerdict.Reader);
        var peek = Candidate.Each("early verdict", bodies, SuccessVerdict.Peek);
        var whole = Candidate.Each("Vendor.Classify", bodies, SuccessVerdict.Classify);
        var tokenization = Candidate.Each("tokenization", bodies, SuccessVerdict.Tokenize);
        double ratio = runner.Compare(peek, tokenization).Ratios[0];
        double ratioWithBlanks = runner.Compare(Candidate.Each("early verdict", blanks, SuccessVerdict.Peek), Candidate.Each("tokenization", blanks, SuccessVerdict.Tokenize)).Ratios[0];
        double ratioOfWhole = runner.Compare(whole, tokenization).Ratios[0];
        return
        [
            new Figure("÷ tokenization", ratio) { Bar = 0.15, Stretch = 0.09 },
            new Figure("written with blanks ÷ tokenization", ratioWithBlanks) { Bar = 0.15, Stretch = 0.09 },
            new Figure("allocated", Allocation.PerCall(peek), FigureKind.Bytes) { Bar = 0 },
            new Figure("Vendor.Classify ÷ tokenization", ratioOfWhole),
            new Figure("Vendor.Classify allocated", Allocation.PerCall(whole), FigureKind.Bytes) { Bar = 0 },
        ];
    }
}
