using System.Diagnostics;
using System.Runtime;

namespace VendorErrors.Benchmarks.Measuring;

/// <summary>Runs candidates until their code is settled: the compiler promotes hot code in the background, and unsettled code is several times slower.</summary>
internal static class WarmUp
{
    private static readonly TimeSpan s_least = TimeSpan.FromMilliseconds(600);
    private static readonly TimeSpan s_most = TimeSpan.FromSeconds(6);

    // Promotion starts after 100 ms without new code, and goes from one tier to the next.
    private static readonly TimeSpan s_quiet = TimeSpan.FromMilliseconds(350);

    /// <summary>Runs them in turn until the compiler has been quiet for a while.</summary>
    public static void Run(IReadOnlyList<Candidate> candidates)
    {
        var total = Stopwatch.StartNew();
        var quiet = Stopwatch.StartNew();
        long compiled = JitInfo.GetCompiledMethodCount();
        while (total.Elapsed < s_least || (quiet.Elapsed < s_quiet && total.Elapsed < s_most))
        {
            foreach (Candidate candidate in candidates)
            {
                candidate.Run(1);
            }

            if (compiled != JitInfo.GetCompiledMethodCount())
            {
                compiled = JitInfo.GetCompiledMethodCount();
                quiet.Restart();
            }
        }
    }
}
