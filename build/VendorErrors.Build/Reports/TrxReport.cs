using System.Globalization;
using System.Xml.Linq;
using VendorErrors.Build.Processes;

namespace VendorErrors.Build.Reports;

/// <summary>Reads the counts of the TRX files that test runs leave.</summary>
internal static class TrxReport
{
    private static readonly XNamespace s_namespace = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    internal static TestCounts ReadAll(string folder) =>
        Directory.GetFiles(folder, "*.trx", SearchOption.AllDirectories).Aggregate(TestCounts.None, (sum, file) => sum + Read(file));

    internal static TestCounts Read(string file) => Parse(XDocument.Load(file), file);

    internal static TestCounts Parse(XDocument report, string name)
    {
        XElement summary = report.Root?.Element(s_namespace + "ResultSummary") ?? throw new LegFailedException($"{name} has no summary of its results");
        XElement counters = summary.Element(s_namespace + "Counters") ?? throw new LegFailedException($"{name} has no counters");
        int passed = Count("passed");

        // Any other way to end, such as a time limit or an error outside of the test, is no success.
        int failed = Count("failed") + Count("error") + Count("timeout") + Count("aborted");
        bool isFinished = summary.Attribute("outcome")?.Value is "Completed" or "Failed" or "Passed";
        return new TestCounts(passed, failed, Count("total") - passed - failed, Reports: 1, Unfinished: isFinished ? 0 : 1);

        int Count(string counter) => int.Parse(counters.Attribute(counter)?.Value ?? "0", NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
