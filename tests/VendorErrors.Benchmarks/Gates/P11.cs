using VendorErrors.Benchmarks.Bodies;
using VendorErrors.Benchmarks.Comparators;
using VendorErrors.Benchmarks.Measuring;
using VendorErrors.Benchmarks.Processes;
using VendorErrors.Http;

namespace VendorErrors.Benchmarks.Gates;

/// <summary>
/// What the handler adds to a request that is answered from memory by a stream without a seek, and what a plain retry by Polly adds in the same
/// run. A retry sees no error under a 2xx; one that parses bodies by hand stands beside it. Nothing is sent a second time: the errors are final ones.
/// </summary>
internal sealed class P11() : Gate(11, "handler in memory, non-seekable stream")
{
    private const double SuccessBar = 0.6;
    private const double ErrorBar = 2.0;

    public override IReadOnlyList<Figure> Measure(PairRunner runner) =>
    [
        .. Measure(runner, "100 B", 200, TalkdeskSuccess.First(100), SuccessBar, bytesBar: 700),
        .. Measure(runner, "2 KB", 200, TalkdeskSuccess.First(2048), SuccessBar, bytesBar: 1200),
        .. Measure(runner, "error under 200", 200, FinalErrors(), ErrorBar, bytesBar: null),
        .. Measure(runner, "404", 404, FinalErrors(), ErrorBar, bytesBar: null),
    ];

    private static Figure[] Measure(PairRunner runner, string name, int status, byte[][] bodies, double bar, double? bytesBar)
    {
        Candidate ours = InvokerCandidate.Create($"{name}: handler", new VendorErrorHandler(Vendor.TalkdeskDialer), NewVendor());
        Candidate bare = InvokerCandidate.Create("bare", null, NewVendor());
        Candidate polly = InvokerCandidate.Create("Polly retry", new PollyRetryHandler(), NewVendor());
        Candidate byHand = InvokerCandidate.Create("Polly retry + JsonDocument", new PollyRetryHandler(readsBodies: true), NewVendor());
        Candidate resilience = InvokerCandidate.Create("ResilienceHandler", ResilienceRetry.Create(), NewVendor());
        Agreement.Check(name, [0], _ => ours.RunOnce(), _ => bare.RunOnce(), _ => polly.RunOnce(), _ => byHand.RunOnce(), _ => resilience.RunOnce());
        double[] ratios = runner.Compare(ours, bare, polly, byHand, resilience).Ratios;
        return
        [
            new Figure($"{name}: added", Allocation.PerCall(ours) - Allocation.PerCall(bare), FigureKind.Bytes) { Bar = bytesBar },
            new Figure($"{name}: added CPU ÷ added by a Polly retry", Added(ratios[0], ratios[1])) { Bar = bar },
            new Figure($"{name}: added CPU ÷ added by a Polly retry + JsonDocument", Added(ratios[0], ratios[2])),
            new Figure($"{name}: added CPU ÷ added by a ResilienceHandler with a retry", Added(ratios[0], ratios[3])),
            new Figure($"{name}: CPU ÷ bare", ratios[0]),
        ];

        MemoryHandler NewVendor() => new(bodies) { Status = status };
    }

    /// <summary>What ours adds to the bare request, in parts of what another adds; both are known as ratios: ours ÷ bare, and ours ÷ other.</summary>
    private static double Added(double byBare, double byOther)
    {
        double addedByOther = (byBare / byOther) - 1;
        return addedByOther > 0 ? (byBare - 1) / addedByOther : throw new VoidRunException("what the other handler adds is too little to be measured");
    }

    private static byte[][] FinalErrors() =>
        JsonBodies.Rotate(100, i => $$"""{"statusCode":6,"message":"The customer {{3000 + (i * 13)}} was not found","payload":null}""");
}
