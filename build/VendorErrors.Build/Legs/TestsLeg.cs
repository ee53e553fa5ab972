using VendorErrors.Build.Processes;
using VendorErrors.Build.Reports;

namespace VendorErrors.Build.Legs;

/// <summary>The second command of the README, with reports of the tests and of coverage.</summary>
internal static class TestsLeg
{
    internal const string Command = "dotnet test -c Release";

    /// <summary>The reports stay there for the leg of coverage, and for a look.</summary>
    internal static string Results => Repository.PathOf("artifacts", "tests");

    // Without the servers their tests would be skipped. In Release, as the leg of the build has built it, where that was part of the run.
    internal static async Task RunAsync(LegContext context)
    {
        string results = Repository.EmptyFolder("tests");
        string[] words = Command.Split(' ');

        // Without a build the projects would run side by side, and many tests look at the clock.
        string[] built = context.Passed.Contains(AllLegs.Build, StringComparer.Ordinal) ? ["--no-build", "-m:1"] : [];
        int exitCode = await Shell.Program(words[0], [.. words[1..], .. built, "--logger", "trx", "--results-directory", results, "--collect", "XPlat Code Coverage", "--settings", "build/coverage.runsettings"])
            .With("VENDOR_ERRORS_SERVERS", "required").ShowAsync();

        TestCounts counts = TrxReport.ReadAll(results);
        context.Add(counts);
        context.Fail(TestRunCheck.Check(exitCode, Projects(), counts));
    }

    /// <summary>How many test projects the solution has, each of which leaves a report.</summary>
    private static int Projects() => File.ReadLines(Repository.PathOf("VendorErrors.sln")).Count(line => line.Contains(".Tests.csproj\"", StringComparison.Ordinal));
}
