using VendorErrors.Build.Reports;

namespace VendorErrors.Build.Tests;

public sealed class TestRunCheckTests
{
    private static readonly TestCounts s_good = new(Passed: 5, Failed: 0, Skipped: 1, Reports: 2, Unfinished: 0);

    [Fact]
    public void Check_AllPassed_HasNoProblem() => TestRunCheck.Check(0, 2, s_good).Should().BeEmpty();

    [Fact]
    public void Check_FailedTest_IsOneProblem() => TestRunCheck.Check(1, 2, s_good with { Failed = 1 }).Should().Equal("1 of 7 tests failed");

    [Fact]
    public void Check_NoTest_IsAProblem() => TestRunCheck.Check(0, 1, new TestCounts(0, 0, 0, 1, 0)).Should().Equal("no test ran");

    [Fact]
    public void Check_OnlySkippedTests_IsAProblem() => TestRunCheck.Check(0, 1, new TestCounts(0, 0, 3, 1, 0)).Should().Equal("no test ran");

    [Fact]
    public void Check_ProjectWithoutReport_IsAProblem() => TestRunCheck.Check(0, 3, s_good).Should().Equal("2 of 3 test projects left a report");

    [Fact]
    public void Check_ExitCodeWithoutFailedTest_IsACutRun() => TestRunCheck.Check(134, 2, s_good).Should().Equal("the tests did not run to their end (exit code 134)");

    [Fact]
    public void Check_UnfinishedReport_IsACutRun() => TestRunCheck.Check(0, 2, s_good with { Unfinished = 1 }).Should().Equal("the tests did not run to their end (exit code 0)");

    [Fact]
    public void Check_FailedTestAndExitCode0_IsAContradiction() => TestRunCheck.Check(0, 2, s_good with { Failed = 1 }).Should().Contain("the exit code is 0 though tests failed");
}
