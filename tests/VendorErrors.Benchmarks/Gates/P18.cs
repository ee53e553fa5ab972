using VendorErrors.Benchmarks.Bodies;
using VendorErrors.Benchmarks.Comparators;
using VendorErrors.Benchmarks.Measuring;

namespace VendorErrors.Benchmarks.Gates;

/// <summary>
/// <c>Vendor.Classify</c> on bodies of an attacker that are successes: not slower than reading every token, and twice the size takes twice
/// the time. One that is cut or odd at its end is read several times over, and takes longer than its tokens; that is held by no bar.
/// </summary>
internal sealed class P18() : Gate(18, "hostile 1 MB bodies")
{
    private const int Bytes = 1024 * 1024;

    // Of both sizes the same number of bytes in all: of one body each, a core's own cache would hold the smaller only, and the ratio would
    // tell of the cache.
    private const int AllBytes = 4 * Bytes;

    public override IReadOnlyList<Figure> Measure(PairRunner runner) =>
        [.. HostileSuccess.Kinds.SelectMany(kind => Measure(runner, kind.Name, Bodies(kind.Body, Bytes), Bodies(kind.Body, 2 * Bytes)))];

    private static byte[][] Bodies(Func<int, byte[]> body, int bytes) => [.. Enumerable.Range(0, AllBytes / bytes).Select(_ => body(bytes))];

    private Figure[] Measure(PairRunner runner, string name, byte[][] bodies, byte[][] twice)
    {
        Agreement.Check(Work, [bodies[0], twice[0]], SuccessVerdict.Classify, SuccessVerdict.Reader);
        double[] ratios = runner.Compare(
            Candidate.Each(name, bodies, SuccessVerdict.Classify),
            Candidate.Each("tokenization", bodies, SuccessVerdict.Tokenize),
            Candidate.Each("twice the size", twice, SuccessVerdict.Classify)).Ratios;
        return
        [
            new Figure($"{name} ÷ tokenization", ratios[0]) { Bar = 1.0, Stretch = 0.5 },
            new Figure($"{name}, 2 MB ÷ 1 MB", 1 / ratios[1]) { Bar = 2.3 },
        ];
    }
}
