using VendorErrors.Benchmarks.Bodies;
using VendorErrors.Benchmarks.Measuring;

namespace VendorErrors.Benchmarks.Gates;

/// <summary>
/// The handler in front of a primary that answers from memory. The bars are for a request whose response is read, as callers do; one
/// whose response is let go of unread stands beside it.
/// </summary>
internal sealed class P11() : Gate(11, "handler, in-memory primary, 100 B success")
{
    public override IReadOnlyList<Figure> Measure(PairRunner runner)
    {
        (double time, double bytes) = Compare(runner, reads: true);
        (double unreadTime, double unreadBytes) = Compare(runner, reads: false);
        return
        [
            new Figure("÷ bare HttpMessageInvoker", time) { Bar = 3.0, Stretch = 2.2 },
            new Figure("added", bytes, FigureKind.Bytes) { Bar = 700, Stretch = 450 },
            new Figure("unread ÷ bare", unreadTime),
            new Figure("unread, added", unreadBytes, FigureKind.Bytes),
        ];
    }

    private static (double Time, double Bytes) Compare(PairRunner runner, bool reads)
    {
        byte[][] bodies = TalkdeskSuccess.First(100);
        Candidate ours = InvokerCandidate.Create(Vendor.TalkdeskDialer, bodies, reads);
        Candidate bare = InvokerCandidate.Create(null, bodies, reads);
        return (runner.Compare(ours, bare).Ratios[0], Allocation.PerCall(ours) - Allocation.PerCall(bare));
    }
}
