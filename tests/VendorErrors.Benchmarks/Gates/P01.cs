using VendorErrors.Benchmarks.Bodies;
using VendorErrors.Benchmarks.Measuring;

namespace VendorErrors.Benchmarks.Gates;

/// <summary>What most answers cost: a small success, read to its end.</summary>
internal sealed class P01() : Gate(1, "Vendor.Classify on a success of 100 B, discriminator first")
{
    public override IReadOnlyList<Figure> Measure(PairRunner runner) => SuccessGate.Measure(runner, Work, TalkdeskSuccess.First(100), bar: 0.30);
}
