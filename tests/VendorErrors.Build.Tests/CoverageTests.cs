using System.Xml.Linq;
using VendorErrors.Build.Reports;

namespace VendorErrors.Build.Tests;

public sealed class CoverageTests
{
    [Fact]
    public void LineRate_NameThatBeginsAlike_IsAnotherLibrary() => CoberturaReport.LineRate([Report("Acme", "1", "0"), Report("Acme.Http", "1")], "Acme").Should().Be(0.5);

    [Fact]
    public void LineRate_LibraryThatIsNotThere_IsNone() => CoberturaReport.LineRate([Report("Acme", "1")], "Other").Should().BeNull();

    [Fact]
    public void LineRate_SeveralReports_CountsWhatRanInAny() =>
        CoberturaReport.LineRate([Report("Acme", "3", "0", "0", "0"), ReportIn("src/", "Acme", "0", "1", "0", "0")], "Acme").Should().Be(0.5);

    [Theory]
    [InlineData(0.95, true)]
    [InlineData(0.9499, false)]
    [InlineData(null, false)]
    public void IsReachedBy_Rate_ComparesWithTheFloor(double? rate, bool expected) => new CoverageFloor("Acme", 0.95).IsReachedBy(rate).Should().Be(expected);

    private static XDocument Report(string library, params string[] hits) => ReportIn(string.Empty, library, hits);

    // A report may give the paths from another folder on.
    private static XDocument ReportIn(string folder, string library, params string[] hits) =>
        new(new XElement("coverage", new XElement("packages", new XElement("package", new XAttribute("name", library), new XElement("classes",
            new XElement("class", new XAttribute("name", "Acme.A"), new XAttribute("filename", folder + "A.cs"), new XElement("lines", hits.Select((count, at) => new XElement("line", new XAttribute("number", at + 1), new XAttribute("hits", count))))))))));
}
