using VendorErrors.Fleet.Tests.Servers;

namespace VendorErrors.Fleet.Tests.Comparison;

/// <summary>
/// The comparison as a fleet, small: real worker processes that are killed in each window. What the library promises comes out as nought, and not by chance.
/// </summary>
[Trait("Category", "Slow")]
public sealed class FleetComparisonTests
{
    private const int KillsPerWindow = 6;

    [Fact]
    public async Task Run_WithoutLedger_CallsCustomersTwice()
    {
        FleetComparisonRun run = await FleetComparisonRun.OfAsync("--contestant", "vendor-errors");

        run.ExitCode.Should().Be(0, run.Error);
        run.Count("CustomersTwiceAfterKill").Should().BeGreaterThan(KillsPerWindow, "three of the four windows are after the first byte");
        run.Count("FalseSuccesses").Should().Be(0);
        run.Kills().Should().OnlyContain(kills => kills == KillsPerWindow, "each window is hit");
    }

    [Theory]
    [InlineData("ledger", "postgresql")]
    [InlineData("probe", "redis-always")]
    public async Task Run_WithLedger_NobodyIsCalledTwice(string contestant, string store)
    {
        bool isInstalled = store == "postgresql" ? ServerProcess.Find("initdb", "/usr/lib/postgresql/15/bin") is not null : ServerProcess.Find("redis-server") is not null;
        Assert.SkipWhen(!isInstalled && Environment.GetEnvironmentVariable("CI") != "true", $"the server of {store} is not installed");

        FleetComparisonRun run = await FleetComparisonRun.OfAsync("--contestant", contestant, "--store", store);

        run.ExitCode.Should().Be(0, run.Error);
        run.Count("CustomersTwice").Should().Be(0, run.Error);
        run.Count("OthersTwice").Should().Be(0, run.Error);
        run.Count("FalseSuccesses").Should().Be(0, run.Error);
        run.Count("StoreKills").Should().Be(1);
        run.Kills().Should().OnlyContain(kills => kills > 0, "each window is hit");
        if (contestant == "probe")
        {
            run.Count("LeftForPersonWithLookUp").Should().BeLessThan(KillsPerWindow, "the vendor is asked");
        }
    }

    [Fact]
    public async Task Check_PageOfTheRepository_IsCurrent()
    {
        FleetComparisonRun run = await FleetComparisonRun.OfAsync("--check");

        run.ExitCode.Should().Be(0, run.Error);
    }

    [Theory]
    [InlineData("--scale", "huge")]
    [InlineData("--colour", "")]
    [InlineData("--store", "mysql")]
    public async Task Run_WrongUsage_IsOneLine(string argument, string value)
    {
        FleetComparisonRun run = await FleetComparisonRun.OfAsync(argument, value);

        run.ExitCode.Should().Be(2);
        run.Output.Should().BeEmpty();
        run.Error.TrimEnd().Should().NotContain("\n").And.NotContain("Exception").And.NotBeEmpty();
    }
}
