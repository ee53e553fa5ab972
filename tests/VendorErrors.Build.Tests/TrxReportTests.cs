using System.Xml.Linq;
using VendorErrors.Build.Processes;
using VendorErrors.Build.Reports;

namespace VendorErrors.Build.Tests;

public sealed class TrxReportTests
{
    [Fact]
    public void Parse_CompletedRun_CountsWhatIsNeitherPassedNorFailedAsSkipped() =>
        Parse("""outcome="Completed" """, """total="10" executed="8" passed="7" failed="1" notExecuted="2" """).Should().Be(new TestCounts(Passed: 7, Failed: 1, Skipped: 2, Reports: 1, Unfinished: 0));

    [Theory]
    [InlineData("error")]
    [InlineData("timeout")]
    [InlineData("aborted")]
    public void Parse_AnyBadEnd_IsAFailure(string counter) =>
        Parse("""outcome="Failed" """, $"""total="3" passed="2" failed="0" {counter}="1" """).Failed.Should().Be(1);

    [Theory]
    [InlineData("""outcome="Aborted" """)]
    [InlineData("")]
    public void Parse_RunThatWasCut_IsUnfinished(string outcome) => Parse(outcome, """total="3" passed="3" failed="0" """).Unfinished.Should().Be(1);

    [Theory]
    [InlineData("<Other/>")]
    [InlineData("""<TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010"><ResultSummary outcome="Completed"/></TestRun>""")]
    public void Parse_NoCounters_Fails(string xml)
    {
        Func<TestCounts> parse = () => TrxReport.Parse(XDocument.Parse(xml), "a.trx");
        parse.Should().Throw<LegFailedException>().WithMessage("a.trx has no *");
    }

    private static TestCounts Parse(string outcome, string counters) => TrxReport.Parse(
        XDocument.Parse($"""<TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010"><ResultSummary {outcome}><Counters {counters}/></ResultSummary></TestRun>"""), "a.trx");
}
