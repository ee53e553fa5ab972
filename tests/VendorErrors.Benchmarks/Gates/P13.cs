using VendorErrors.Benchmarks.Bodies;
using VendorErrors.Benchmarks.Measuring;
using VendorErrors.Benchmarks.Processes;
using VendorErrors.Http;

namespace VendorErrors.Benchmarks.Gates;

/// <summary>Answers that need not be looked into: the handler reads nothing of them.</summary>
internal sealed class P13() : Gate(13, "truthful HTTP status, and non-JSON content: added bytes")
{
    public override IReadOnlyList<Figure> Measure(PairRunner runner) =>
    [
        Added("dexatel, JSON", Vendor.Dexatel, "application/json"),
        Added("yeastar, audio/wav", Vendor.YeastarPSeries, "audio/wav"),
    ];

    private static Figure Added(string name, Vendor vendor, string contentType)
    {
        byte[][] bodies = TalkdeskSuccess.First(100);
        Candidate ours = InvokerCandidate.Create(name, new VendorErrorHandler(vendor), new MemoryHandler(bodies, contentType: contentType));
        Candidate bare = InvokerCandidate.Create("bare", null, new MemoryHandler(bodies, contentType: contentType));
        WarmUp.Run([ours, bare]);
        return new Figure(name, Allocation.PerCall(ours) - Allocation.PerCall(bare), FigureKind.Bytes) { Bar = 300, Stretch = 100 };
    }
}
