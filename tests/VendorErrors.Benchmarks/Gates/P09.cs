using VendorErrors.Benchmarks.Bodies;
using VendorErrors.Benchmarks.Comparators;
using VendorErrors.Benchmarks.Measuring;
using VendorErrors.Classification.Waits;

namespace VendorErrors.Benchmarks.Gates;

/// <summary>A sentence to a wait. Four of fifteen sentences hold none. The expression reads what stands in them: numbers with units and clock texts.</summary>
internal sealed class P09() : Gate(9, "wait hint from a sentence")
{
    public override IReadOnlyList<Figure> Measure(PairRunner runner)
    {
        string[] sentences = WaitSentences.Mixed();
        Agreement.Check(Work, sentences, text => WaitPhrase.Find(text, out _), WaitRegex.Find);
        var ours = Candidate.Each("WaitPhrase.Find", sentences, static text => (int)(WaitPhrase.Find(text, out _) ?? default).Ticks);
        var regex = Candidate.Each("generated regex", sentences, static text => (int)(WaitRegex.Find(text) ?? default).Ticks);
        return
        [
            new Figure("÷ generated regex", runner.Compare(ours, regex).Ratios[0]) { Bar = 0.10, Stretch = 0.05 },
            new Figure("allocated", Allocation.PerCall(ours), FigureKind.Bytes) { Bar = 0 },
        ];
    }
}
