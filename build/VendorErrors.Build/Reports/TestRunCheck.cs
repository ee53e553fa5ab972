using System.Globalization;

namespace VendorErrors.Build.Reports;

/// <summary>Whether a run of tests is one that passed: its exit code alone does not say that anything ran.</summary>
internal static class TestRunCheck
{
    /// <param name="projects">How many projects were to leave a report.</param>
    internal static IEnumerable<string> Check(int exitCode, int projects, TestCounts counts)
    {
        if (counts.Failed > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{counts.Failed} of {counts.Total} tests failed");
        }

        if (counts.Passed + counts.Failed == 0)
        {
            yield return "no test ran";
        }

        if (counts.Reports < projects)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{counts.Reports} of {projects} test projects left a report");
        }

        if (counts.Unfinished > 0 || (exitCode != 0 && counts.Failed == 0))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"the tests did not run to their end (exit code {exitCode})");
        }
        else if (exitCode == 0 && counts.Failed > 0)
        {
            yield return "the exit code is 0 though tests failed";
        }
    }
}
