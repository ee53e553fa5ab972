using CliWrap;
using CliWrap.Buffered;
using VendorErrors.Build.Processes;
using VendorErrors.Build.Spelling;

namespace VendorErrors.Build.Legs;

/// <summary>cspell with the words of <c>build/spelling</c>, and the phrases that it cannot know because they are more than one word.</summary>
internal static class SpellingLeg
{
    private const string Folder = "build/spelling";

    internal static async Task RunAsync(LegContext context)
    {
        string[] files = await FilesAsync();
        string[] phrases = await File.ReadAllLinesAsync(Repository.PathOf(Folder, "phrases.tsv"));
        context.Fail(new PhraseList(phrases).Check(files.Select(file => (file, File.ReadAllText(Repository.PathOf(file))))));
        if (!await HasNpmAsync())
        {
            context.Fail("npm was not found, and the spell checker comes from there: install Node.js 20.18 or newer");
            return;
        }

        await Shell.Program("npm", "ci", "--prefix", Folder, "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel", "error").RequireAsync();
        await Shell.Program("node", $"{Folder}/node_modules/cspell/bin.mjs", "lint", "--no-progress", "--no-must-find-files", "--config", "cspell.json", "--file-list", "stdin")
            .WithStandardInputPipe(PipeSource.FromString(string.Join('\n', files))).RequireAsync();
    }

    private static async Task<bool> HasNpmAsync()
    {
        try
        {
            return (await Shell.Program("npm", "--version").CaptureAsync()).ExitCode == 0;
        }
        catch (LegFailedException)
        {
            return false;
        }
    }

    // What is new and not committed yet is read, too. The pages of the vendors are generated, and quote the vendors.
    private static async Task<string[]> FilesAsync()
    {
        BufferedCommandResult listed = await Shell.Program("git", "ls-files", "--cached", "--others", "--exclude-standard", "--", "*.cs", "*.md", "*.csproj", "*.props", "*.targets", "docs/schemas/*.json", ":!docs/vendors/*").CaptureAsync();
        if (listed.ExitCode != 0)
        {
            throw new LegFailedException($"git cannot list the files: {listed.StandardError}");
        }

        return [.. listed.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).Where(file => File.Exists(Repository.PathOf(file)))];
    }
}
