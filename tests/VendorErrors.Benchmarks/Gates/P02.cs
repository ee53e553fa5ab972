using VendorErrors.Benchmarks.Bodies;
using VendorErrors.Benchmarks.Measuring;

namespace VendorErrors.Benchmarks.Gates;

/// <summary>The same of a body that holds some records, and is still read to its end.</summary>
internal sealed class P02() : Gate(2, "Vendor.Classify on a success of 2 KB, discriminator first")
{
    public override IReadOnlyList<Figure> Measure(PairRunner runner) => SuccessGate.Measure(runner, Work, TalkdeskSuccess.First(2048), bar: 0.10);
}
