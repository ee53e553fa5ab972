using VendorErrors.Benchmarks.Bodies;
using VendorErrors.Benchmarks.Comparators;
using VendorErrors.Benchmarks.Measuring;

namespace VendorErrors.Benchmarks.Gates;

/// <summary>
/// Whether the time of a verdict that is known early depends on the size. On the beginning of a stream 4 MB are held against 100 B; of
/// <c>Vendor.Classify</c>, which checks bodies up to 4 KB to their end, against 8 KB, the first size at which it may stop early. Both have to hold. As many
/// small bodies rotate as large ones, so that the caches are alike.
/// </summary>
internal sealed class P03() : Gate(3, "verdict that is known early, 4 MB ÷ a small body")
{
    private const int Large = 4 * 1024 * 1024;

    public override IReadOnlyList<Figure> Measure(PairRunner runner) =>
    [
        new Figure("verdict on the beginning, ÷ 100 B", Compare(runner, 100, SuccessVerdict.ClassifyBeginning)) { Bar = 1.10, Stretch = 1.02 },
        new Figure("Vendor.Classify, ÷ 8 KB", Compare(runner, 8 * 1024, SuccessVerdict.Classify)) { Bar = 1.10, Stretch = 1.02 },
    ];

    private double Compare(PairRunner runner, int smallBytes, Func<byte[], int> verdict)
    {
        byte[][] large = TalkdeskSuccess.First(Large);
        byte[][] small = TalkdeskSuccess.First(smallBytes)[..large.Length];
        Agreement.Check(Work, [.. large, .. small], verdict, SuccessVerdict.Reader);
        return runner.Compare(Candidate.Each("4 MB", large, verdict), Candidate.Each("small", small, verdict)).Ratios[0];
    }
}
