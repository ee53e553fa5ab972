using VendorErrors.Benchmarks.Bodies;
using VendorErrors.Benchmarks.Measuring;
using VendorErrors.Benchmarks.Processes;
using VendorErrors.Http;

namespace VendorErrors.Benchmarks.Gates;

/// <summary>
/// Answers of which the handler needs no more than the beginning: the vendor's HTTP status tells the truth, or the content is none that carries
/// an error. The bars are for a body in memory, which needs no copy of its beginning; a stream stands beside it.
/// </summary>
internal sealed class P13() : Gate(13, "truthful HTTP status, and non-JSON content: added bytes")
{
    private const string Json = "application/json";
    private const string Audio = "audio/wav";

    public override IReadOnlyList<Figure> Measure(PairRunner runner) =>
    [
        new Figure("dexatel, JSON", Added(Vendor.Dexatel, Json, isInMemory: true), FigureKind.Bytes) { Bar = 300, Stretch = 100 },
        new Figure("yeastar, audio/wav", Added(Vendor.YeastarPSeries, Audio, isInMemory: true), FigureKind.Bytes) { Bar = 300, Stretch = 100 },
        new Figure("dexatel, JSON, non-seekable stream", Added(Vendor.Dexatel, Json, isInMemory: false), FigureKind.Bytes),
        new Figure("yeastar, audio/wav, non-seekable stream", Added(Vendor.YeastarPSeries, Audio, isInMemory: false), FigureKind.Bytes),
    ];

    private static double Added(Vendor vendor, string contentType, bool isInMemory)
    {
        byte[][] bodies = TalkdeskSuccess.First(100);
        Candidate ours = InvokerCandidate.Create("handler", new VendorErrorHandler(vendor), NewVendor());
        Candidate bare = InvokerCandidate.Create("bare", null, NewVendor());
        WarmUp.Run([ours, bare]);
        return Allocation.PerCall(ours) - Allocation.PerCall(bare);

        MemoryHandler NewVendor() => new(bodies) { ContentType = contentType, IsInMemory = isInMemory };
    }
}
