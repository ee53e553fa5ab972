using System.Text.Json.Nodes;
using VendorErrors.Build.Mutation;
using VendorErrors.Build.Processes;

namespace VendorErrors.Build.Legs;

/// <summary>
/// Changes the code in thousands of places, one at a time; each change has to turn a test red. It takes long, so it is no part of every run.
/// Its arguments are folders of the library.
/// </summary>
internal static class MutationLeg
{
    private const string Survivors = "tests/VendorErrors.Tests/mutation-survivors.tsv";
    private static readonly string[] s_default = ["Classification", "Retries"];

    internal static async Task RunAsync(LegContext context)
    {
        string[] folders = context.Arguments.Length == 0 ? s_default : context.Arguments;
        if (folders.FirstOrDefault(folder => !IsFolder(folder)) is { } unknown)
        {
            throw new LegFailedException($"src/VendorErrors has no folder {unknown}");
        }

        string assembly = Repository.PathOf("artifacts", "mutation", "VendorErrors.dll");
        JsonNode report = await MutatedAssembly.MakeAsync(folders, assembly);
        var runner = new TrialRunner(await MutatedAssembly.PlaceTestsAsync(assembly));
        var reasons = new SurvivorReasons(await File.ReadAllLinesAsync(Repository.PathOf(Survivors)));
        string page = Repository.PathOf("docs", "quality.md");
        string results = Directory.CreateDirectory(Repository.PathOf("artifacts", "mutation", "results")).FullName;
        foreach (string folder in folders)
        {
            Trial[] trials = await runner.TryAsync(folder, [.. StrykerReport.MutantsOf(report, folder)]);
            await File.WriteAllLinesAsync(Path.Combine(results, folder + ".tsv"), trials.Select(ToLine));

            // After each folder: a run that is stopped in the next one keeps what it has found.
            var score = MutationScore.Of(folder, trials, DateOnly.FromDateTime(DateTime.UtcNow));
            await File.WriteAllTextAsync(page, MutationPage.Update(await File.ReadAllTextAsync(page), [score], IsFolder));
            Console.WriteLine(score.ToRow());
            context.Require(!score.IsLow, FormattableString.Invariant($"{folder}: {score.Percent:F1} %, floor {score.Floor} %"));
            context.Fail(reasons.Unexplained(trials).Select(survivor => $"survived, and has no reason in {Survivors}:\t{survivor}"));
        }
    }

    private static bool IsFolder(string name) => Directory.Exists(Repository.PathOf("src", "VendorErrors", name));

    private static string ToLine(Trial trial) => FormattableString.Invariant($"{trial.Outcome}\t{trial.Mutant.Id}\t{trial.Mutant.File}\t{trial.Mutant.Line}\t{trial.Mutant.Source}\t{trial.Mutant.Replacement}");
}
