using VendorErrors.Benchmarks.Bodies;
using VendorErrors.Benchmarks.Comparators;
using VendorErrors.Benchmarks.Measuring;

namespace VendorErrors.Benchmarks.Gates;

/// <summary>
/// <c>Vendor.Classify</c> with the discriminator first, on bodies that are checked to their end all the same. That they are is part of
/// the agreement: without its last byte, or with one more behind it, a body is no success.
/// </summary>
internal sealed class P06() : Gate(6, "structural check to the end, discriminator first, ÷ tokenization")
{
    public override IReadOnlyList<Figure> Measure(PairRunner runner) =>
    [
        new Figure("100 B", Compare(runner, TalkdeskSuccess.First(100))) { Bar = 0.45, Stretch = 0.30 },
        new Figure("100 B, written with blanks", Compare(runner, JsonBodies.WithBlanks(TalkdeskSuccess.First(100)))) { Bar = 0.45, Stretch = 0.30 },
        new Figure("2 KB", Compare(runner, TalkdeskSuccess.First(2048))) { Bar = 0.10, Stretch = 0.05 },
        new Figure("4 KB", Compare(runner, TalkdeskSuccess.First(3900))) { Bar = 0.10, Stretch = 0.05 },
    ];

    private double Compare(PairRunner runner, byte[][] bodies)
    {
        byte[][] broken = [.. bodies.Select(body => body[..^1]), .. bodies.Select(body => (byte[])[.. body, (byte)'}'])];
        Agreement.Check(Work, [.. bodies, .. broken], SuccessVerdict.Classify, SuccessVerdict.Reader);
        return runner.Compare(
            Candidate.Each("Vendor.Classify", bodies, SuccessVerdict.Classify),
            Candidate.Each("tokenization", bodies, SuccessVerdict.Tokenize)).Ratios[0];
    }
}
