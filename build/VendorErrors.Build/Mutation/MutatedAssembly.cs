using System.Text.Json.Nodes;
using VendorErrors.Build.Processes;

namespace VendorErrors.Build.Mutation;

/// <summary>
/// Has Stryker find the changes, and make an assembly that holds each of them behind a switch. Stryker takes that assembly away at its end, so
/// the one test of <c>build/VendorErrors.Mutants</c>, which Stryker runs with it, keeps a copy.
/// </summary>
internal static class MutatedAssembly
{
    private const string Project = "build/VendorErrors.Mutants";
    private const string Variable = "VENDOR_ERRORS_KEEP_MUTATED";

    /// <summary>Gives Stryker's report; the assembly is at <paramref name="assembly"/> then.</summary>
    internal static async Task<JsonNode> MakeAsync(IEnumerable<string> folders, string assembly)
    {
        string found = Repository.EmptyFolder("mutation", "found");
        File.Delete(assembly);
        await Shell.Dotnet("tool", "restore").RequireAsync();
        string[] mutate = [.. folders.SelectMany(folder => new[] { "--mutate", $"**/{folder}/**/*.cs" })];
        await Shell.Dotnet(["stryker", .. mutate, "--output", found]).WithWorkingDirectory(Repository.PathOf(Project)).With(Variable, assembly).RequireAsync();
        if (!File.Exists(assembly))
        {
            throw new LegFailedException($"the test of {Project} has kept no assembly with changes");
        }

        return JsonNode.Parse(await File.ReadAllBytesAsync(Path.Combine(found, "reports", "mutation-report.json")))!;
    }

    /// <summary>Builds the tests and puts the assembly beside them, in a place from which they find the repository.</summary>
    internal static async Task<string> PlaceTestsAsync(string assembly)
    {
        string folder = Repository.EmptyFolder("mutation", "tests");
        await Shell.Dotnet("build", "tests/VendorErrors.Tests", "--configuration", "Release", "--output", folder, "--verbosity", "quiet").RequireAsync();
        File.Copy(assembly, Path.Combine(folder, "VendorErrors.dll"), overwrite: true);
        return folder;
    }
}
