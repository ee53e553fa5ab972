using System.Xml.Linq;
using VendorErrors.Build.Reports;

namespace VendorErrors.Build.Tests;

public sealed class CoverageTests
{
    [Fact]
    public void LineRate_NameThatBeginsAlike_IsAnotherLibrary() => CoberturaReport.LineRate(Report(("Acme", "0.5"), ("Acme.Http", "0.9")), "Acme").Should().Be(0.5);

    [Fact]
    public void LineRate_LibraryThatIsNotThere_IsNone() => CoberturaReport.LineRate(Report(("Acme", "0.5")), "Other").Should().BeNull();

    [Fact]
    public void BestLineRate_SeveralReports_IsTheBest()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            string[] files = [.. new[] { "0.4", "0.9514", "0.07" }.Select((rate, at) => Write(Path.Combine(folder, $"{at}.xml"), Report(("Acme", rate))))];
            CoberturaReport.BestLineRate(files, "Acme").Should().Be(0.9514);
            CoberturaReport.BestLineRate(files, "Other").Should().BeNull();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData(0.95, true)]
    [InlineData(0.9499, false)]
    [InlineData(null, false)]
    public void IsReachedBy_Rate_ComparesWithTheFloor(double? rate, bool expected) => new CoverageFloor("Acme", 0.95).IsReachedBy(rate).Should().Be(expected);

    private static XDocument Report(params (string Name, string Rate)[] packages) =>
        new(new XElement("coverage", new XElement("packages", packages.Select(package => new XElement("package", new XAttribute("name", package.Name), new XAttribute("line-rate", package.Rate))))));

    private static string Write(string path, XDocument report)
    {
        report.Save(path);
        return path;
    }
}
