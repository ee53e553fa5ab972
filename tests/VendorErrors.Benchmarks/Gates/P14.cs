using VendorErrors.Benchmarks.Comparators;
using VendorErrors.Benchmarks.Measuring;
using VendorErrors.Benchmarks.Processes;
using VendorErrors.Http;

namespace VendorErrors.Benchmarks.Gates;

/// <summary>
/// A large download over loopback, read to its end with a buffer. The bars are for the CPU of the client's process; a machine that is
/// shared has no wall time to promise, so that stands beside it. A buffering handler is measured the same way, and in bytes for reading.
/// </summary>
internal sealed class P14() : Gate(14, "50 MB JSON download through the handler ÷ none")
{
    public override IReadOnlyList<Figure> Measure(PairRunner runner)
    {
        using var vendor = new LoopbackVendor();
        using HttpClient with = vendor.CreateClient(new VendorErrorHandler(Vendor.TalkdeskDialer));
        using HttpClient without = vendor.CreateClient(null);
        using HttpClient buffering = vendor.CreateClient(new BufferingHandler());
        Candidate ours = Create("handler", with);
        Candidate bare = Create("no handler", without);
        Candidate buffered = Create("buffering handler", buffering);
        double added = Bytes(ours) - Bytes(bare);
        return
        [
            new Figure("CPU ÷ none", runner.CompareOn(Clock.Process, ours, bare).Ratios[0]) { Bar = 1.10, Stretch = 1.03 },
            new Figure("added", added, FigureKind.Bytes) { Bar = 64 * 1024 },
            new Figure("buffering handler ÷ ours, CPU", runner.CompareOn(Clock.Process, buffered, ours).Ratios[0]) { Bar = 5, IsAtLeast = true },
            new Figure("wall ÷ none", runner.CompareOn(Clock.Wall, ours, bare).Ratios[0]),
            new Figure("buffering handler, added", Bytes(buffered) - Bytes(bare), FigureKind.Bytes),
        ];
    }

    private static Candidate Create(string name, HttpClient client)
    {
        var buffer = new byte[64 * 1024];
        return new Candidate(name, 1, () => LoopbackVendor.DownloadAsync(client, LoopbackServer.Large, buffer).GetAwaiter().GetResult());
    }

    /// <summary>The median over some downloads: the pools of sockets and threads may grow in any one of them.</summary>
    private static double Bytes(Candidate candidate) => Median.Of(Enumerable.Range(0, 7).Select(_ =>
    {
        long before = GC.GetTotalAllocatedBytes(precise: true);
        candidate.Run(1);
        return (double)(GC.GetTotalAllocatedBytes(precise: true) - before);
    }));
}
