using FluentAssertions;
using VendorErrors.Cli.Batch;
using VendorErrors.Cli.Reporting;
using Xunit;

namespace VendorErrors.Tests.Cli;

/// <summary>The memory of a report is bounded, whatever the input holds.</summary>
public sealed class ReportMemoryTests
{
    [Fact]
    public void Timeline_OverYears_KeepsFewIntervals_AndEveryCount()
    {
        var timeline = new Timeline();
        var start = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
        for (var i = 0; i < 10_000; i++)
        {
            timeline.Add(start.AddHours(i * 7), i % 2 == 0);
        }

        IReadOnlyList<Interval> intervals = timeline.ToIntervals();
        intervals.Count.Should().BeLessThanOrEqualTo(200);
        intervals.Sum(interval => interval.Answers).Should().Be(10_000);
        intervals.Sum(interval => interval.Failures).Should().Be(5_000);
        timeline.From.Should().Be(start);
        intervals[0].From.Should().BeOnOrBefore(start);
    }

    [Fact]
    public void Codes_WithoutEnd_AreCountedTogetherAfterTheFirst()
    {
        var tally = new ReportTally(["x"]);
        var judge = new RecordJudge(Vendor.Dexatel, VendorRegistry.BuiltIn, areEvents: false);
        for (var i = 0; i < 12_000; i++)
        {
            judge.Judge(new BatchRecord { Status = 422, Body = System.Text.Encoding.UTF8.GetBytes($$"""{"errors":[{"code":{{500_000 + i}},"message":"x"}]}""") }, tally);
        }

        NightReport report = tally.ToReport();
        report.Codes.Count.Should().BeLessThanOrEqualTo(10_001);
        report.Codes.Sum(code => code.Count).Should().Be(12_000);
    }
}
