using System.Globalization;
using VendorErrors.Benchmarks.Bodies;
using VendorErrors.Benchmarks.Comparators;
using VendorErrors.Benchmarks.Measuring;

namespace VendorErrors.Benchmarks.Gates;

/// <summary>
/// <c>Vendor.Classify</c> where every byte has to be passed before the verdict stands. The bars hold for each size; the payload is a
/// list of records, as answers of this size have.
/// </summary>
internal sealed class P04() : Gate(4, "discriminator last, 2 KB to 4 MB")
{
    // What a call costs whatever its body counts for more here.
    private const int Small = 2 * 1024;

    public override IReadOnlyList<Figure> Measure(PairRunner runner) =>
        [.. new[] { Small, 64 * 1024, 4 * 1024 * 1024 }.SelectMany(bytes => Measure(runner, bytes))];

    private Figure[] Measure(PairRunner runner, int bytes)
    {
        byte[][] bodies = TalkdeskSuccess.Last(bytes);
        Agreement.Check(Work, bodies, SuccessVerdict.Classify, SuccessVerdict.Reader);
        var ours = Candidate.Each("Vendor.Classify", bodies, SuccessVerdict.Classify);
        double[] ratios = runner.Compare(
            ours,
            Candidate.Each("tokenization", bodies, SuccessVerdict.Tokenize),
            Candidate.Each("memchr", bodies, SuccessVerdict.PassOver)).Ratios;
        string size = bytes < 1024 * 1024 ? string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024} KB") : "4 MB";
        return
        [
            new Figure($"{size} ÷ tokenization", ratios[0]) { Bar = 0.08, Stretch = 0.05 },
            new Figure($"{size} ÷ memchr", ratios[1]) { Bar = bytes == Small ? 10 : 8, Stretch = 4.5 },
            new Figure($"{size} allocated", Allocation.PerCall(ours), FigureKind.Bytes) { Bar = 0 },
        ];
    }
}
