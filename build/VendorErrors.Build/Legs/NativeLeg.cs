using VendorErrors.Build.Processes;

namespace VendorErrors.Build.Legs;

/// <summary>An application without a just-in-time compiler (net9.0) and a trimmed one (net10.0): published without a warning, and run.</summary>
internal static class NativeLeg
{
    private static readonly string[] s_frameworks = ["net9.0", "net10.0"];

    internal static async Task RunAsync(LegContext context)
    {
        using var work = new TemporaryFolder();
        foreach (string framework in s_frameworks)
        {
            Console.WriteLine(framework);
            string output = work.PathOf(framework);
            int published = await Shell.Dotnet("publish", "tests/VendorErrors.Native", "--configuration", "Release", "--framework", framework, "--artifacts-path", work.PathOf("artifacts"), "--output", output, "--verbosity", "quiet").ShowAsync();
            if (published != 0)
            {
                context.Fail($"{framework} cannot be published");
                continue;
            }

            int exitCode = await Shell.Program(Path.Combine(output, "VendorErrors.Native")).ShowAsync();
            context.Require(exitCode == 0, $"{framework}: exit code {exitCode}");
        }
    }
}
