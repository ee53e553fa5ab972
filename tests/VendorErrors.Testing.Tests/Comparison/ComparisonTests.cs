using System.Collections.Concurrent;
using System.Xml.Linq;
using Microsoft.Extensions.Http.Resilience;
using VendorErrors.Tests.Docs;

namespace VendorErrors.Testing.Tests.Comparison;

/// <summary>The comparison: two runs are the same, its page is current, and what the library promises comes out as nought.</summary>
[Trait("Category", "Slow")]
public sealed class ComparisonTests
{
    private const string Small = "--calls 1500";
    private const string LeftWithRecipe = "- at the four vendors with a recipe for a probe";
    private const int Ours = 3;
    private const int WithProbe = 4;
    private static readonly ConcurrentDictionary<int, ComparisonRun> s_runs = new();

    [Fact]
    public void Run_SameSeedTwice_IsTheSameToTheByte()
    {
        ComparisonRun first = OfSeed(1);
        ComparisonRun second = ComparisonRun.Of($"{Small} --seed 1");

        first.ExitCode.Should().Be(0, first.Error);
        second.Output.Should().Be(first.Output);
    }

    [Fact]
    public void Run_OtherSeed_IsOtherTraffic() => OfSeed(6).Row("requests per call").Should().NotEqual(OfSeed(7).Row("requests per call"));

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(7)]
    public void Run_AnySeed_VendorErrorsKeepsItsPromises(int seed)
    {
        ComparisonRun run = OfSeed(seed);

        foreach (string promise in (string[])["customers called or messaged twice", "other plain writes done twice", "failures taken for success"])
        {
            run.Row(promise)[Ours].Should().Be("0");
            run.Row(promise)[WithProbe].Should().Be("0");
        }

        run.Row("requests sent while the vendor had asked to wait")[Ours].Should().Be("0");
        NumberOf(run, LeftWithRecipe, WithProbe).Should().BeLessThan(NumberOf(run, LeftWithRecipe, Ours) / 2);

        // The traffic is such that the promises are not kept by chance.
        run.Row("customers called or messaged twice")[1].Should().NotBe("0");
        run.Row("failures taken for success")[0].Should().NotBe("0");
        run.Row("requests sent while the vendor had asked to wait")[0].Should().NotBe("0");
    }

    [Fact]
    public void Check_PageOfTheRepository_IsCurrent()
    {
        ComparisonRun run = ComparisonRun.Of("--check");

        run.ExitCode.Should().Be(0, run.Error);
        Repository.Read("docs/comparison.md").Should().Contain(run.Row("requests per call")[^1]);

        // A probe settles nine jobs of ten that were left for a person.
        NumberOf(run, LeftWithRecipe, WithProbe).Should().BeLessThanOrEqualTo(NumberOf(run, LeftWithRecipe, Ours) / 10);

        // GETs that write are what a retry by HTTP method misses.
        run.Row("customers called or messaged twice")[2].Should().Be("0");
        run.Row("other plain writes done twice")[2].Should().NotBe("0");
    }

    [Fact]
    public void Page_StandardHandler_IsOfThePinnedPackageWithItsDefaults()
    {
        const string Package = "Microsoft.Extensions.Http.Resilience";
        string pinned = XDocument.Parse(Repository.Read("Directory.Packages.props")).Descendants("PackageVersion").Single(version => (string?)version.Attribute("Include") == Package).Attribute("Version")!.Value;
        var defaults = new HttpStandardResilienceOptions();

        string page = Repository.Read("docs/comparison.md");

        page.Should().Contain($"`AddStandardResilienceHandler()` of {Package} {pinned}, with its defaults");
        page.Should().Contain($"`TotalRequestTimeout`: {defaults.TotalRequestTimeout.Timeout.TotalSeconds} s");
        page.Should().Contain($"`Retry`: {defaults.Retry.MaxRetryAttempts} retries");
    }

    // Each run takes seconds, and several tests look at the same ones.
    private static ComparisonRun OfSeed(int seed) => s_runs.GetOrAdd(seed, static key => ComparisonRun.Of($"{Small} --seed {key}"));

    private static int NumberOf(ComparisonRun run, string label, int contestant) =>
        int.Parse(run.Row(label)[contestant], System.Globalization.NumberStyles.AllowThousands, System.Globalization.CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("--calls 0")]
    [InlineData("--calls")]
    [InlineData("--seed -1")]
    [InlineData("--write --calls 5")]
    [InlineData("--colour")]
    public void Run_WrongUsage_IsOneLine(string arguments)
    {
        ComparisonRun run = ComparisonRun.Of(arguments);

        run.ExitCode.Should().Be(2);
        run.Output.Should().BeEmpty();
        run.Error.TrimEnd().Should().NotContain("\n").And.NotContain("Exception").And.NotBeEmpty();
    }

    [Fact]
    public void Run_MoreThanOneWorker_RefusesInOneLine()
    {
        ComparisonRun run = ComparisonRun.Of(Small, start => start.Environment["DOTNET_ThreadPool_ForceMaxWorkerThreads"] = "4");

        run.ExitCode.Should().Be(2);
        run.Error.TrimEnd().Should().StartWith("the thread pool has 4 workers").And.NotContain("\n");
    }
}
