using System.Globalization;
using VendorErrors.Http.Tests.Ledger.Explorer;

namespace VendorErrors.Fleet.Tests.Ledger;

/// <summary>
/// The protocol of docs/ledger.md on a real store: every order of a small scenario, and some of a larger one. More with the environment variable
/// VENDOR_ERRORS_LEDGER_DEPTH: so many more deaths and passes of time, and a hundred times as many orders of the larger one.
/// </summary>
/// <remarks>Each store has a class of its own, so that they are explored at the same time.</remarks>
public abstract class StoreExplorerTests(string kind, bool isQuick, ITestOutputHelper output)
{
    private static readonly int s_more = int.TryParse(Environment.GetEnvironmentVariable("VENDOR_ERRORS_LEDGER_DEPTH"), CultureInfo.InvariantCulture, out int more) ? more : 0;

    [Theory]
    [Trait("Category", "Slow")]
    [InlineData(1, 1, 0)]
    [InlineData(1, 0, 1)]
    [InlineData(0, 1, 1)]
    public async Task WithoutAProbe_NoOrderSendsTwice(int deaths, int lostReplies, int passes)
    {
        await using LedgerBed bed = await LedgerBed.OfAsync(kind);

        Exploration all = await ExploreAsync(bed, new Scenario { Deaths = deaths + s_more, LostReplies = lostReplies, Passes = passes + s_more });

        all.FirstFault.Should().BeNull();
        all.BrokenByAssumption.Should().Be(0);
        all.DoneOnce.Should().BePositive();
    }

    [Fact]
    [Trait("Category", "Slow")]
    public async Task WithAProbe_OnlyOrdersThatBreakTheAssumptionSendTwice()
    {
        await using LedgerBed bed = await LedgerBed.OfAsync(kind);

        // All of them take minutes on a store that flushes each write; there, some are tried, and all with the variable.
        bool triesAll = isQuick || s_more > 0;
        var scenario = new Scenario { HasProbe = true, Deaths = s_more, LostReplies = 0, Passes = 2 + s_more };
        Exploration all = await ExploreAsync(bed, scenario, triesAll ? null : new Random(5), triesAll ? int.MaxValue : 600);

        all.FirstFault.Should().BeNull();
        all.DoneOnce.Should().BePositive();
        if (triesAll)
        {
            all.BrokenByAssumption.Should().BePositive("the order that the assumption rules out is among those that are tried");
        }
    }

    [Theory]
    [Trait("Category", "Slow")]
    [InlineData(false)]
    [InlineData(true)]
    public async Task OrdersOfALargerScenario_KeepThePromise(bool hasProbe)
    {
        await using LedgerBed bed = await LedgerBed.OfAsync(kind);
        var scenario = new Scenario { HasProbe = hasProbe, Deliveries = 3, Deaths = 2, LostReplies = 2, Passes = 4 };

        Exploration some = await ExploreAsync(bed, scenario, new Random(7), s_more > 0 ? 60_000 : 600);

        some.FirstFault.Should().BeNull();
        some.DoneOnce.Should().BePositive();
        some.BrokenByAssumption.Should().Match(count => hasProbe || count == 0);
    }

    [Theory]
    [InlineData(BrokenRule.ClaimIsRolledBack)]
    [InlineData(BrokenRule.LeaseOverMeansFree)]
    [InlineData(BrokenRule.NothingIsCompared)]
    [InlineData(BrokenRule.AnyRequestWillDo)]
    [InlineData(BrokenRule.UnknownExpires)]
    public async Task ABrokenRule_IsFound(BrokenRule rule)
    {
        await using LedgerBed bed = await LedgerBed.OfAsync(kind);
        Scenario scenario = rule == BrokenRule.NothingIsCompared
            ? new Scenario { Deliveries = 3, Deaths = 0, Passes = 0, LostReplies = 0 }
            : new Scenario { Passes = 2, LostReplies = 0, HasOtherRequests = rule == BrokenRule.AnyRequestWillDo };

        string? fault = null;
        for (var seed = 1; fault is null && seed <= 100; seed++)
        {
            fault = (await LedgerExplorer.ExploreAsync(scenario, clock => new BrokenWorld(new BedWorld(bed, clock), rule), new Random(seed), most: 100)).FirstFault;
        }

        output.WriteLine(fault ?? "no fault");
        fault.Should().NotBeNull();
    }

    private async Task<Exploration> ExploreAsync(LedgerBed bed, Scenario scenario, Random? random = null, int most = int.MaxValue)
    {
        long start = TimeProvider.System.GetTimestamp();
        Exploration all = await LedgerExplorer.ExploreAsync(scenario, clock => new BedWorld(bed, clock), random, most);
        output.WriteLine($"{all.States} states, {all.Orders} endings, {all.DoneOnce} done once, {all.BrokenByAssumption} broken by a sender that slept too long; {TimeProvider.System.GetElapsedTime(start).TotalSeconds:0} s");
        return all;
    }
}
