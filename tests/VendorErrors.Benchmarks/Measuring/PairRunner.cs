namespace VendorErrors.Benchmarks.Measuring;

/// <summary>
/// Compares candidates pair by pair in one process, A B A B, on one clock. Every second A is an identical copy of A, so each
/// comparison is its own proof that the clock and the machine can be believed.
/// </summary>
/// <param name="times">Where the absolute times go that the ratios are made of.</param>
internal sealed class PairRunner(TextWriter times)
{
    /// <summary>How far two identical copies may be apart.</summary>
    public const double SelfTolerance = 0.05;

    private const int MostRounds = 160;
    private const int LeastRounds = 16;
    private const int Attempts = 4;
    private const double BatchNanoseconds = 1_500_000;
    private const double BudgetNanoseconds = 4_000_000_000;
    private const long MostRunNanoseconds = 30_000_000_000;

    /// <summary>The widest gap between two identical copies so far, over all comparisons that count.</summary>
    public double WorstSelfGap { get; private set; }

    /// <summary>On the thread's CPU clock.</summary>
    public Comparison Compare(Candidate ours, params Candidate[] others) => CompareOn(Clock.Thread, ours, others);

    public Comparison CompareOn(Func<long> clock, Candidate ours, params Candidate[] others)
    {
        Candidate copy = ours.Copy();
        Candidate[] all = [ours, copy, .. others];
        WarmUp.Run(all);
        int[] passes = [.. all.Select(candidate => PassesPerBatch(clock, candidate))];
        passes[1] = passes[0];
        double gap = 0;
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            Comparison comparison = Measure(clock, all, passes);
            gap = Math.Abs(comparison.SelfRatio - 1);
            times.WriteLine(FormattableString.Invariant($"     {Times(ours, others, comparison)}; copies differ by {gap:P1}"));
            if (gap < SelfTolerance)
            {
                WorstSelfGap = Math.Max(WorstSelfGap, gap);
                return comparison;
            }
        }

        throw Disagreement(ours.Name, gap);
    }

    /// <summary>
    /// Compares whole runs, such as processes, each of which tells its own time. Where the two copies are too far apart, more rounds
    /// are added to those that were run.
    /// </summary>
    public double CompareRuns(string name, int rounds, Func<double> ours, Func<double> other)
    {
        List<double> first = [], second = [], theirs = [];
        double gap = 1;
        long start = Clock.Wall();
        while (gap >= SelfTolerance && (first.Count == 0 || Clock.Wall() - start < MostRunNanoseconds))
        {
            for (var round = 0; round < rounds; round++)
            {
                first.Add(ours());
                theirs.Add(other());
                second.Add(ours());
            }

            gap = Math.Abs((Median.Of(first) / Median.Of(second)) - 1);
            times.WriteLine(FormattableString.Invariant($"     {name} {Median.Of(first):#,0} ns, other {Median.Of(theirs):#,0} ns; copies differ by {gap:P1}"));
        }

        WorstSelfGap = gap < SelfTolerance ? Math.Max(WorstSelfGap, gap) : throw Disagreement(name, gap);
        return Median.Of(first.Zip(theirs, (a, b) => a / b));
    }

    private static VoidRunException Disagreement(string name, double gap) => new(FormattableString.Invariant($"two identical copies of '{name}' differ by {gap:P1}"));

    private static string Times(Candidate ours, Candidate[] others, Comparison comparison) =>
        string.Join(", ", others.Prepend(ours).Zip(comparison.Nanoseconds, (candidate, time) => FormattableString.Invariant($"{candidate.Name} {time:#,0.0} ns")));

    private static int PassesPerBatch(Func<long> clock, Candidate candidate)
    {
        double fastest = Enumerable.Range(0, 5).Min(_ => (double)Time(clock, candidate, 1));
        return (int)Math.Clamp(BatchNanoseconds / Math.Max(fastest, 1), 1, 1_000_000);
    }

    private static Comparison Measure(Func<long> clock, Candidate[] all, int[] passes)
    {
        double[][] times = [.. all.Select(_ => new double[MostRounds])];
        var rounds = 0;
        double spent = 0;
        for (; rounds < MostRounds && (rounds < LeastRounds || rounds % 2 == 1 || spent < BudgetNanoseconds); rounds++)
        {
            // Even rounds run A, odd ones its copy; the others run in every round.
            int a = rounds % 2;
            times[0][rounds] = TimePerCall(clock, all[a], passes[a], ref spent);
            for (var other = 2; other < all.Length; other++)
            {
                times[other][rounds] = TimePerCall(clock, all[other], passes[other], ref spent);
            }
        }

        double[] ours = times[0][..rounds];
        double[][] others = [.. times[2..].Select(series => series[..rounds])];
        return new Comparison(
            [.. others.Select(other => Median.Of(ours.Zip(other, (a, b) => a / b)))],
            Median.Of(ours.Chunk(2).Select(pair => pair[0] / pair[1])),
            [Median.Of(ours), .. others.Select(Median.Of)]);
    }

    private static double TimePerCall(Func<long> clock, Candidate candidate, int passes, ref double spent)
    {
        // Nobody pays for the garbage of the one before; bytes have gates of their own.
        GC.Collect();
        double time = Time(clock, candidate, passes);
        spent += time;
        return time / ((double)passes * candidate.Calls);
    }

    private static long Time(Func<long> clock, Candidate candidate, int passes)
    {
        long start = clock();
        candidate.Run(passes);
        return clock() - start;
    }
}
