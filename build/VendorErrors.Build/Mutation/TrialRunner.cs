using System.Diagnostics;
using CliWrap.Buffered;
using VendorErrors.Build.Processes;

namespace VendorErrors.Build.Mutation;

/// <summary>
/// Tries changes. Each gets a process of its own, in which it is switched on before the first instruction: in one process for many, what was
/// computed before a change (a table, a compiled definition) hides it, and what an earlier change left behind is taken for an effect of a later one.
/// </summary>
internal sealed class TrialRunner(string tests, SurvivorReasons reasons)
{
    private const int Unchanged = -1;
    private readonly Dictionary<string, TimedSelection?> _timed = new(StringComparer.Ordinal);

    internal async Task<Trial[]> TryAsync(string folder, IReadOnlyList<Mutant> mutants)
    {
        var selections = new Dictionary<string, List<TimedSelection>>(StringComparer.Ordinal);
        foreach (string own in mutants.Select(mutant => mutant.Folder).Distinct(StringComparer.Ordinal))
        {
            selections[own] = await TimeAsync(TestSelections.For(own));
        }

        var trials = new Trial[mutants.Count];
        var done = 0;
        var clock = Stopwatch.StartNew();
        await Parallel.ForAsync(0, mutants.Count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, async (at, _) =>
        {
            // Of a change whose survival has a reason nothing is expected: the nearest tests will do. It counts as a survivor, so the score is never too good.
            List<TimedSelection> own = selections[mutants[at].Folder];
            int tried = reasons.Explain(mutants[at]) ? 1 : own.Count;
            TrialOutcome outcome = TrialOutcome.Survived;
            for (var i = 0; i < tried && outcome == TrialOutcome.Survived; i++)
            {
                (outcome, string _) = await TryAsync(mutants[at].Id, own[i]);
            }

            trials[at] = new Trial(mutants[at], outcome);
            int count = Interlocked.Increment(ref done);
            if (count % 50 == 0 || count == mutants.Count)
            {
                Console.WriteLine($"{folder}: {count} of {mutants.Count} changes tried, {trials.Count(trial => trial is { Outcome: TrialOutcome.Survived })} survived, {clock.Elapsed:hh\\:mm\\:ss}");
            }
        });

        return trials;
    }

    // The unchanged code has to pass, or everything would count as noticed; and with no test nothing would.
    private async Task<List<TimedSelection>> TimeAsync(IReadOnlyList<string[]> selections)
    {
        var timed = new List<TimedSelection>();
        foreach (string[] options in selections)
        {
            string name = string.Join(' ', options);
            if (!_timed.TryGetValue(name, out TimedSelection? selection))
            {
                _timed[name] = selection = await TimeAsync(name, options);
            }

            if (selection is not null)
            {
                timed.Add(selection);
            }
        }

        return timed.Count > 0 ? timed : throw new LegFailedException($"no tests in {tests}");
    }

    private async Task<TimedSelection?> TimeAsync(string name, string[] options)
    {
        var clock = Stopwatch.StartNew();
        (TrialOutcome outcome, string output) = await TryAsync(Unchanged, new TimedSelection(options, TimeSpan.FromMinutes(5)));
        if (outcome != TrialOutcome.Survived)
        {
            throw new LegFailedException($"the tests '{name}' in {tests} do not pass without a change:{Environment.NewLine}{output}");
        }

        if (output.Contains("Total: 0", StringComparison.Ordinal))
        {
            Console.WriteLine($"No tests: {name}");
            return null;
        }

        return new TimedSelection(options, TimeSpan.FromSeconds(5) + (5 * clock.Elapsed));
    }

    private async Task<(TrialOutcome Outcome, string Output)> TryAsync(int mutant, TimedSelection selection)
    {
        string file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, BitConverter.GetBytes(mutant));
            using var limit = new CancellationTokenSource(selection.Limit);
            BufferedCommandResult result = await Shell.Dotnet([Path.Combine(tests, "VendorErrors.Tests.dll"), "-noLogo", "-noColor", "-stopOnFail", "-parallel", "none", .. selection.Options])
                .With("STRYKER_MUTANT_FILE", file)

                // A hundredth of the random cases, a thousand times as often; no time for profiles; and a change that eats memory without end is noticed, too.
                .With("VENDOR_ERRORS_EFFORT", "1")
                .With("DOTNET_TieredPGO", "0")
                .With("DOTNET_GCHeapHardLimit", "0x80000000")
                .CaptureAsync(limit.Token);
            return (result.ExitCode == 0 ? TrialOutcome.Survived : TrialOutcome.Noticed, result.StandardOutput + result.StandardError);
        }
        catch (OperationCanceledException)
        {
            return (TrialOutcome.Endless, "no end within the time limit");
        }
        finally
        {
            File.Delete(file);
        }
    }
}
