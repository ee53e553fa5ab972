using System.Globalization;
using System.Text.Json.Nodes;

namespace VendorErrors.Build.Mutation;

/// <summary>Reads the changes out of Stryker's <c>mutation-report.json</c>.</summary>
internal static class StrykerReport
{
    private const string Library = "/src/VendorErrors/";

    internal static IEnumerable<Mutant> MutantsOf(JsonNode report, string folder)
    {
        foreach ((string path, JsonNode? file) in report["files"]!.AsObject())
        {
            int at = path.IndexOf($"{Library}{folder}/", StringComparison.Ordinal);
            if (at < 0)
            {
                continue;
            }

            string name = path[(at + Library.Length)..];
            string[] lines = file!["source"]!.GetValue<string>().Split('\n');
            foreach (JsonNode? mutant in file["mutants"]!.AsArray().Where(CanBeTried))
            {
                int line = mutant!["location"]!["start"]!["line"]!.GetValue<int>();
                int id = int.Parse(mutant["id"]!.GetValue<string>(), CultureInfo.InvariantCulture);
                yield return new Mutant(id, name, line, OneLine(lines[line - 1]), OneLine(mutant["replacement"]!.GetValue<string>()));
            }
        }
    }

    // What Stryker leaves out, or cannot compile, has another status.
    private static bool CanBeTried(JsonNode? mutant) => mutant!["status"]!.GetValue<string>() is "Killed" or "Timeout" or "Survived" or "NoCoverage";

    internal static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
