using System.Diagnostics;
using System.Globalization;
using VendorErrors.Build.Legs;
using VendorErrors.Build.Processes;
using VendorErrors.Build.Reports;

namespace VendorErrors.Build;

/// <summary>
/// Runs legs one after the other, goes on after a failure, and ends with the counts of all of them.
/// </summary>
internal sealed class Run(IReadOnlyList<Leg> legs, string[] arguments)
{
    internal IReadOnlyList<Leg> Legs => legs;

    internal string[] Arguments => arguments;

    internal async Task<int> ExecuteAsync()
    {
        var summary = new Summary();
        List<string> passed = [];
        foreach (Leg leg in legs)
        {
            Console.WriteLine($"== {leg.Name}: {leg.About}");
            var clock = Stopwatch.StartNew();
            LegResult result = await leg.ExecuteAsync(arguments, passed);
            foreach (string problem in result.Problems)
            {
                Console.WriteLine($"** {leg.Name}: {problem}");
            }

            summary.Add(leg.Name, result, clock.Elapsed);
            passed.AddRange(result.Passed ? [leg.Name] : []);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"== {leg.Name} {(result.Passed ? "passed" : "FAILED")} after {clock.Elapsed.TotalSeconds:F0} s"));
            Console.WriteLine();
        }

        await ShutDownServersAsync();
        Console.Write(summary.ToText());
        return summary.ExitCode;
    }

    // A build machine is left without processes; a developer's compiler stays warm.
    private static async Task ShutDownServersAsync()
    {
        if (Environment.GetEnvironmentVariable("CI") == "true")
        {
            await Shell.Dotnet("build-server", "shutdown").CaptureAsync();
        }
    }
}
