using CliWrap;
using CliWrap.Buffered;
using VendorErrors.Build.Packages;
using VendorErrors.Build.Processes;

namespace VendorErrors.Build.Legs;

/// <summary>
/// Packs twice from two copies of what is committed, compares byte by byte, looks into the packages, and uses them as a stranger would:
/// a project that restores them from a folder with an empty cache, and the tool.
/// </summary>
internal static class PackagesLeg
{
    private static readonly string[] s_libraries = ["VendorErrors", "VendorErrors.Http", "VendorErrors.Testing", "VendorErrors.Redis", "VendorErrors.PostgreSql"];
    private const string Tool = "VendorErrors.Cli";

    internal static async Task RunAsync(LegContext context)
    {
        using var work = new TemporaryFolder();
        string version = PackageVersion.Read(Repository.PathOf("Directory.Build.props"));
        string packages = await PackAsync(work, "one");
        string others = await PackAsync(work, "another");

        context.Fail(PackageComparison.Compare(packages, others));
        foreach (string library in s_libraries)
        {
            context.Fail(PackageContents.CheckLibrary(packages, library, version, Repository.PathOf("src", library, "README.md")));
        }

        context.Fail(PackageContents.CheckTool(packages, Tool, version, Repository.PathOf("src", Tool, "README.md")));
        await ConsumeAsync(context, work, packages, version);
        await InstallToolAsync(context, work, packages, version);
    }

    private static async Task<string> PackAsync(TemporaryFolder work, string name)
    {
        string copy = work.PathOf(name);
        string packages = work.PathOf(name + "-packages");
        await Shell.Program("git", "clone", "--quiet", Repository.Root, copy).RequireAsync();

        // Time stamps inside of a package come from here; without it they are those of the build.
        BufferedCommandResult time = await Shell.Program("git", "log", "-1", "--format=%ct").CaptureAsync();
        await Shell.Dotnet("pack", "--configuration", "Release", "--output", packages, "--verbosity", "quiet").WithWorkingDirectory(copy).With("SOURCE_DATE_EPOCH", time.StandardOutput.Trim()).With("CI", "true").RequireAsync();
        return packages;
    }

    private static async Task ConsumeAsync(LegContext context, TemporaryFolder work, string packages, string version)
    {
        string consumer = Directory.CreateDirectory(work.PathOf("consumer")).FullName;
        foreach (string file in Directory.GetFiles(Repository.PathOf("tests", "VendorErrors.Consumer")))
        {
            File.Copy(file, Path.Combine(consumer, Path.GetFileName(file)));
        }

        // Beside the machine's own sources.
        await File.WriteAllTextAsync(Path.Combine(consumer, "nuget.config"), $"""<configuration><packageSources><add key="packed" value="{packages}" /></packageSources></configuration>""");
        Command build = Shell.Dotnet("build", $"-p:VendorErrorsVersion={version}", "--verbosity", "quiet").WithWorkingDirectory(consumer).With("NUGET_PACKAGES", work.PathOf("cache"));
        if (await build.ShowAsync() != 0)
        {
            context.Fail("the consumer does not build");
            return;
        }

        int exitCode = await Shell.Dotnet(Path.Combine("bin", "Debug", "net10.0", "Consumer.dll")).WithWorkingDirectory(consumer).ShowAsync();
        context.Require(exitCode == 0, $"the consumer failed with exit code {exitCode}");
    }

    private static async Task InstallToolAsync(LegContext context, TemporaryFolder work, string packages, string version)
    {
        string tools = work.PathOf("tools");
        BufferedCommandResult installed = await Shell.Dotnet("tool", "install", Tool, "--version", version, "--tool-path", tools, "--add-source", packages).With("NUGET_PACKAGES", work.PathOf("cache")).WithWorkingDirectory(work.PathOf()).CaptureAsync();
        if (installed.ExitCode != 0)
        {
            context.Fail($"the tool cannot be installed: {installed.StandardOutput}{installed.StandardError}");
            return;
        }

        BufferedCommandResult result = await Shell.Program(Path.Combine(tools, "vendor-errors"), "classify", "--vendor", "talkdesk-dialer", Repository.PathOf("docs", "samples", "talkdesk-rate-limited.json")).CaptureAsync();
        context.Require(result.ExitCode == 1 && result.StandardOutput.Contains("rate_limited", StringComparison.Ordinal), $"the installed tool does not classify: exit code {result.ExitCode}, {result.StandardOutput}{result.StandardError}");
    }
}
