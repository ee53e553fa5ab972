using CliWrap.Buffered;
using VendorErrors.Build.Processes;
using VendorErrors.Build.Reports;

namespace VendorErrors.Build.Legs;

/// <summary>The tests on a real .NET 8 runtime: against the net8.0 assets, and against those for netstandard2.0.</summary>
internal static class OlderTargetsLeg
{
    private static readonly string[] s_assets = ["net8.0", "netstandard2.0"];
    private static readonly string[] s_projects = ["VendorErrors.Tests", "VendorErrors.Http.Tests", "VendorErrors.Testing.Tests"];

    internal static async Task RunAsync(LegContext context)
    {
        // Inside of the repository, for the tests that read its pages.
        string work = Repository.EmptyFolder("older-targets");
        foreach (string asset in s_assets)
        {
            foreach (string project in s_projects)
            {
                await TestAsync(context, work, asset, project);
            }
        }

        // The reports stay; what was published for them is large.
        foreach (string folder in Directory.GetDirectories(work))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task TestAsync(LegContext context, string work, string asset, string project)
    {
        string output = Path.Combine(work, asset, project);
        string artifacts = Path.Combine(work, asset, "artifacts");
        int published = await Shell.Dotnet("publish", $"tests/{project}", "--configuration", "Release", "--runtime", "linux-x64", "--self-contained", "--artifacts-path", artifacts, "--output", output, "-p:TestFramework=net8.0", $"-p:LibraryFramework={asset}", "--verbosity", "quiet").ShowAsync();
        if (published != 0)
        {
            context.Fail($"{project} for {asset} does not build");
            return;
        }

        string report = Path.Combine(work, $"{asset}-{project}.trx");

        // What the tests of synchronous calls and the like need, .NET Standard 2.0 does not know. Its reading and sending have code of their own, so the
        // slow proofs of those run as well; all others have run on .NET 10, of the same code.
        string[] filter = asset != "netstandard2.0" || project == "VendorErrors.Testing.Tests" ? ["-trait-", "Category=Slow"] : [];
        filter = asset == "netstandard2.0" ? [.. filter, "-trait-", "Asset=net"] : filter;

        // All of it was tried on .NET 10 already, so fewer random cases will do.
        BufferedCommandResult result = await Shell.Program(Path.Combine(output, project), ["-noLogo", "-noColor", "-trx", report, .. filter]).With("VENDOR_ERRORS_FUZZ_CASES", "50,000").CaptureAsync();
        TestCounts counts = File.Exists(report) ? TrxReport.Read(report) : TestCounts.None;
        Console.WriteLine($"{project}, {asset} on .NET 8: {counts}");
        string[] problems = [.. TestRunCheck.Check(result.ExitCode, 1, counts).Select(problem => $"{project}, {asset}: {problem}")];
        if (problems.Length > 0)
        {
            Console.WriteLine(string.Join(Environment.NewLine, (result.StandardOutput + result.StandardError).Split('\n').TakeLast(60)));
        }

        context.Add(counts);
        context.Fail(problems);
    }
}
