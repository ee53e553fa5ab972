using VendorErrors.Build.Processes;

namespace VendorErrors.Build.Mutation;

/// <summary>The results of a folder's last run, in <c>artifacts/mutation/results</c>.</summary>
internal static class LastTrials
{
    internal static async Task WriteAsync(string folder, IEnumerable<Trial> trials)
    {
        Directory.CreateDirectory(Repository.PathOf("artifacts", "mutation", "results"));
        await File.WriteAllLinesAsync(PathOf(folder), trials.Select(trial => trial.ToLine()));
    }

    /// <summary>Reads them; they are of no use where the code was changed since.</summary>
    internal static async Task<Trial[]> ReadAsync(string folder)
    {
        string path = PathOf(folder);
        Trial[] trials = File.Exists(path) ? [.. (await File.ReadAllLinesAsync(path)).Select(Trial.FromLine)] : throw new LegFailedException($"there are no results of {folder}: run 'mutation {folder}'");
        foreach (IGrouping<string, Mutant> file in trials.Select(trial => trial.Mutant).GroupBy(mutant => mutant.File, StringComparer.Ordinal))
        {
            string code = Repository.PathOf("src", "VendorErrors", file.Key);
            string[] lines = File.Exists(code) ? [.. (await File.ReadAllLinesAsync(code)).Select(StrykerReport.OneLine)] : [];
            if (file.FirstOrDefault(mutant => mutant.Line > lines.Length || lines[mutant.Line - 1] != mutant.Source) is { } changed)
            {
                throw new LegFailedException($"line {changed.Line} of {changed.File} is another one than in the last run: run 'mutation {folder}'");
            }
        }

        return trials;
    }

    private static string PathOf(string folder) => Repository.PathOf("artifacts", "mutation", "results", folder.Replace('/', '.') + ".tsv");
}
