using VendorErrors.Benchmarks.Bodies;
using VendorErrors.Benchmarks.Comparators;
using VendorErrors.Benchmarks.Measuring;

namespace VendorErrors.Benchmarks.Gates;

/// <summary><c>Vendor.Classify</c> on bodies of an attacker: never slower than reading every token, and twice the size takes twice the time. One body a kind: at this size there is nothing to learn by heart.</summary>
internal sealed class P18() : Gate(18, "hostile 1 MB bodies")
{
    private const int Bytes = 1024 * 1024;

    public override IReadOnlyList<Figure> Measure(PairRunner runner) =>
        [.. HostileSuccess.Kinds.SelectMany(kind => Measure(runner, kind.Name, kind.Body(Bytes), kind.Body(2 * Bytes)))];

    private Figure[] Measure(PairRunner runner, string name, byte[] body, byte[] twice)
    {
        Agreement.Check(Work, [body, twice], SuccessVerdict.Classify, SuccessVerdict.Reader);
        double[] ratios = runner.Compare(
            Candidate.Each(name, [body], SuccessVerdict.Classify),
            Candidate.Each("tokenization", [body], SuccessVerdict.Tokenize),
            Candidate.Each("twice the size", [twice], SuccessVerdict.Classify)).Ratios;
        return
        [
            new Figure($"{name} ÷ tokenization", ratios[0]) { Bar = 1.0, Stretch = 0.5 },
            new Figure($"{name}, 2 MB ÷ 1 MB", 1 / ratios[1]) { Bar = 2.3 },
        ];
    }
}
