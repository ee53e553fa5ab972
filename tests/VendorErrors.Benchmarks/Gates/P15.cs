using System.Globalization;
using VendorErrors.Benchmarks.Bodies;
using VendorErrors.Benchmarks.Comparators;
using VendorErrors.Benchmarks.Measuring;

namespace VendorErrors.Benchmarks.Gates;

/// <summary>
/// Lines of a buffer, each a body, to a count of successes on one thread: what a job over logged bodies does. The records of the command
/// line, with their escaped bodies and their output, are P16. Throughput, so more is better.
/// </summary>
internal sealed class P15() : Gate(15, "batch in memory, one core, throughput ÷ JsonDocument per line")
{
    private const int Lines = 1024;

    public override IReadOnlyList<Figure> Measure(PairRunner runner) =>
    [
        new Figure("100 B lines", Compare(runner, 100)) { Bar = 5, IsAtLeast = true },
        new Figure("900 B lines", Compare(runner, 900)) { Bar = 15, IsAtLeast = true },
    ];

    private double Compare(PairRunner runner, int bytes)
    {
        byte[][] bodies = TalkdeskSuccess.First(bytes);
        Agreement.Check(Work, bodies, SuccessVerdict.Classify, body => SuccessVerdict.Document(body));
        byte[] buffer = [.. Enumerable.Range(0, Lines).SelectMany(i => (byte[])[.. bodies[i * 7 % bodies.Length], (byte)'\n'])];
        string name = string.Create(CultureInfo.InvariantCulture, $"{bytes} B");
        return 1 / runner.Compare(
            new Candidate($"Vendor.Classify, {name}", Lines, () => Count(buffer, static line => (int)Vendor.TalkdeskDialer.Classify(200, line.Span).Outcome)),
            new Candidate($"JsonDocument, {name}", Lines, () => Count(buffer, SuccessVerdict.Document))).Ratios[0];
    }

    private static int Count(ReadOnlyMemory<byte> rest, Func<ReadOnlyMemory<byte>, int> outcomeOf)
    {
        var successes = 0;
        for (int end = rest.Span.IndexOf((byte)'\n'); end >= 0; end = rest.Span.IndexOf((byte)'\n'))
        {
            successes += outcomeOf(rest[..end]) == (int)VendorOutcome.Success ? 1 : 0;
            rest = rest[(end + 1)..];
        }

        return successes;
    }
}
