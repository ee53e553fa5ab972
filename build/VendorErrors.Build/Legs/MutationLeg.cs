using System.Text.Json.Nodes;
using VendorErrors.Build.Mutation;
using VendorErrors.Build.Processes;

namespace VendorErrors.Build.Legs;

/// <summary>
/// Changes the code in thousands of places, one at a time; each change has to turn a test red. It takes long, so it is no part of every run.
/// Its arguments are folders of the library, or of one of its folders. After the word <c>again</c>, only what survived the last run is tried, with
/// the tests as they are now.
/// </summary>
internal static class MutationLeg
{
    private const string Again = "again";
    private const string Survivors = "tests/VendorErrors.Tests/mutation-survivors.tsv";
    private static readonly string[] s_default = ["Classification", "Retries"];

    internal static async Task RunAsync(LegContext context)
    {
        bool isAgain = context.Arguments is [Again, ..];
        string[] named = isAgain ? context.Arguments[1..] : context.Arguments;
        string[] folders = named.Length == 0 ? s_default : named;
        if (folders.FirstOrDefault(folder => !IsFolder(folder)) is { } unknown)
        {
            throw new LegFailedException($"src/VendorErrors has no folder {unknown}");
        }

        string assembly = Repository.PathOf("artifacts", "mutation", "VendorErrors.dll");
        var last = new Dictionary<string, Trial[]>(StringComparer.Ordinal);
        if (isAgain)
        {
            foreach (string folder in folders)
            {
                last[folder] = await LastTrials.ReadAsync(folder);
            }
        }
        else
        {
            JsonNode report = await MutatedAssembly.MakeAsync(folders, assembly);
            foreach (string folder in folders)
            {
                last[folder] = [.. StrykerReport.MutantsOf(report, folder).Select(mutant => new Trial(mutant, TrialOutcome.Survived))];
            }
        }

        var reasons = new SurvivorReasons(await File.ReadAllLinesAsync(Repository.PathOf(Survivors)));
        var runner = new TrialRunner(await MutatedAssembly.PlaceTestsAsync(assembly), reasons);
        foreach (string folder in folders)
        {
            ILookup<bool, Trial> open = last[folder].ToLookup(trial => trial.Outcome == TrialOutcome.Survived);
            Trial[] trials = [.. open[false], .. await runner.TryAsync(folder, [.. open[true].Select(trial => trial.Mutant)])];

            // After each folder: a run that is stopped in the next one keeps what it has found.
            await LastTrials.WriteAsync(folder, trials);
            await ReportAsync(context, MutationScore.Of(folder, trials, DateOnly.FromDateTime(DateTime.UtcNow)));
            context.Fail(reasons.Unexplained(trials).Select(survivor => $"survived, and has no reason in {Survivors}:\t{survivor}"));
        }
    }

    private static async Task ReportAsync(LegContext context, MutationScore score)
    {
        string page = Repository.PathOf("docs", "quality.md");
        await File.WriteAllTextAsync(page, MutationPage.Update(await File.ReadAllTextAsync(page), [score], IsFolder));
        Console.WriteLine(score.ToRow());
        context.Require(!score.IsLow, FormattableString.Invariant($"{score.Folder}: {score.Percent:F1} %, floor {score.Floor} %"));
    }

    private static bool IsFolder(string name) => Directory.Exists(Repository.PathOf("src", "VendorErrors", name));
}
