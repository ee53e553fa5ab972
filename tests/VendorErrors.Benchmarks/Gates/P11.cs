using VendorErrors.Benchmarks.Bodies;
using VendorErrors.Benchmarks.Measuring;

namespace VendorErrors.Benchmarks.Gates;

/// <summary>
/// The handler in front of a primary that answers from memory. A response that is let go of unread makes the handler look worst in
/// time, one that is read makes it look worst in bytes; both have to hold.
/// </summary>
internal sealed class P11() : Gate(11, "handler, in-memory primary, 100 B success")
{
    public override IReadOnlyList<Figure> Measure(PairRunner runner) => [.. Measure(runner, reads: false), .. Measure(runner, reads: true)];

    private static Figure[] Measure(PairRunner runner, bool reads)
    {
        byte[][] bodies = TalkdeskSuccess.First(100);
        Candidate ours = InvokerCandidate.Create(Vendor.TalkdeskDialer, bodies, reads);
        Candidate bare = InvokerCandidate.Create(null, bodies, reads);
        string name = reads ? "sent and read" : "sent";
        return
        [
            new Figure($"{name} ÷ bare HttpMessageInvoker", runner.Compare(ours, bare).Ratios[0]) { Bar = 3.0, Stretch = 2.2 },
            new Figure($"{name}: added bytes", Allocation.PerCall(ours) - Allocation.PerCall(bare), FigureKind.Bytes) { Bar = 700, Stretch = 450 },
        ];
    }
}
