using VendorErrors.Benchmarks.Comparators;
using VendorErrors.Benchmarks.Measuring;

namespace VendorErrors.Benchmarks.Gates;

/// <summary>
/// What P1 and P2 share: the public call against a reader of every token, and against a reader that stops at the code. The latter does less: it does
/// not see whether the body is whole. What the handler asks of the beginning of a stream is for reading.
/// </summary>
internal static class SuccessGate
{
    public static IReadOnlyList<Figure> Measure(PairRunner runner, string work, byte[][] bodies, double bar)
    {
        Agreement.Check(work, bodies, SuccessVerdict.Classify, SuccessVerdict.ClassifyBeginning, SuccessVerdict.Reader, SuccessVerdict.ReaderToCode);
        var ours = Candidate.Each("Vendor.Classify", bodies, SuccessVerdict.Classify);
        var tokenization = Candidate.Each("tokenization", bodies, SuccessVerdict.Tokenize);
        double[] ratios = runner.Compare(ours, tokenization, Candidate.Each("reader to the code", bodies, SuccessVerdict.ReaderToCode)).Ratios;
        double beginning = runner.Compare(Candidate.Each("beginning", bodies, SuccessVerdict.ClassifyBeginning), tokenization).Ratios[0];
        return
        [
            new Figure("÷ tokenization", ratios[0]) { Bar = bar },
            new Figure("allocated", Allocation.PerCall(ours), FigureKind.Bytes) { Bar = 0 },
            new Figure("÷ Utf8JsonReader that stops at the code", ratios[1]),
            new Figure("verdict on its beginning ÷ tokenization", beginning),
        ];
    }
}
