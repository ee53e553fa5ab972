using VendorErrors.Build.Legs;
using VendorErrors.Build.Reports;

namespace VendorErrors.Build.Tests;

public sealed class SummaryTests
{
    [Fact]
    public void ToText_LegsAndTests_EndsWithTheCountsOfBoth()
    {
        var summary = new Summary();
        summary.Add("build", Result(TestCounts.None), TimeSpan.FromSeconds(2.4));
        summary.Add("tests", Result(new TestCounts(40, 2, 1, 1, 0), "2 of 43 tests failed"), TimeSpan.FromSeconds(120));

        summary.ToText().Split('\n').Should().Equal(
            "build               2 s  passed",
            "tests             120 s  FAILED  (tests: 40 passed, 2 failed, 1 skipped)",
            "41 passed, 3 failed, 1 skipped",
            string.Empty);
        summary.ExitCode.Should().Be(1);
    }

    [Fact]
    public void ExitCode_AllPassed_Is0()
    {
        var summary = new Summary();
        summary.Add("build", Result(TestCounts.None), TimeSpan.Zero);
        summary.ExitCode.Should().Be(0);
    }

    [Fact]
    public void ExitCode_FailedLegWithoutTests_Is1()
    {
        var summary = new Summary();
        summary.Add("build", Result(TestCounts.None), TimeSpan.Zero);
        summary.Add("format", Result(TestCounts.None, "exit code 2"), TimeSpan.Zero);
        summary.ExitCode.Should().Be(1);
    }

    [Fact]
    public void ExitCode_NoLeg_Is1() => new Summary().ExitCode.Should().Be(1);

    private static LegResult Result(TestCounts tests, params string[] problems) => new(problems, tests);
}
