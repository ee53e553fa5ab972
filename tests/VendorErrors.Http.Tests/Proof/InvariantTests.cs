using System.Collections.Concurrent;

namespace VendorErrors.Http.Tests.Proof;

[Trait("Category", "Slow")]
public class InvariantTests
{
    private const ulong FirstSeed = 20261120;
    private const int Scripts = 12_000;

    [Fact(Timeout = 300_000)]
    public async Task Handler_RandomScripts_NeverExecutesAPlainWriteTwiceAndKeepsItsWord()
    {
        var violations = new ConcurrentDictionary<ulong, IReadOnlyList<string>>();
        var counts = new ConcurrentBag<ScriptCounts>();
        await Parallel.ForEachAsync(Enumerable.Range(0, Scripts), TestContext.Current.CancellationToken, async (i, _) =>
        {
            ulong seed = FirstSeed + (ulong)i;
            (IReadOnlyList<string> found, ScriptCounts count) = await ScriptRunner.RunAsync(ScriptMaker.Make(seed));
            counts.Add(count);
            if (found.Count > 0)
            {
                violations[seed] = found;
            }
        });

        violations.IsEmpty.Should().BeTrue("every script must hold, but {0} of {1} do not:\n{2}", violations.Count, Scripts, ViolationReport.Of(violations));

        // A proof that never meets the danger proves nothing.
        counts.Sum(count => count.Attempts - count.Calls).Should().BeGreaterThan(Scripts, "there are retries");
        counts.Sum(count => count.Waits).Should().BeGreaterThan(Scripts / 2, "there are waits");
        counts.Sum(count => count.Refreshes).Should().BeGreaterThan(Scripts / 50, "there are refreshes");
        counts.Sum(count => count.Exceptions).Should().BeGreaterThan(Scripts / 10, "there are transport failures");
    }
}
