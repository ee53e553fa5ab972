using System.Xml.Linq;
using VendorErrors.Build.Reports;

namespace VendorErrors.Build.Legs;

/// <summary>The floors of line coverage, from the reports that the tests left.</summary>
internal static class CoverageLeg
{
    private static readonly CoverageFloor[] s_floors =
    [
        new("VendorErrors", 0.95),
        new("VendorErrors.Http", 0.95),
        new("VendorErrors.Testing", 0.93),
    ];

    internal static Task RunAsync(LegContext context)
    {
        string[] reports = Directory.Exists(TestsLeg.Results) ? Directory.GetFiles(TestsLeg.Results, "coverage.cobertura.xml", SearchOption.AllDirectories) : [];
        context.Require(reports.Length > 0, "there are no reports: run the leg 'tests' before");
        XDocument[] documents = [.. reports.Select(XDocument.Load)];
        foreach (CoverageFloor floor in s_floors)
        {
            double? rate = CoberturaReport.LineRate(documents, floor.Library);
            Console.WriteLine(floor.Describe(rate));
            context.Require(floor.IsReachedBy(rate), floor.Describe(rate));
        }

        return Task.CompletedTask;
    }
}
