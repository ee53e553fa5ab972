using VendorErrors.Http.Tests.Ledger.Explorer;

namespace VendorErrors.Http.Tests.Ledger;

/// <summary>
/// The protocol of docs/ledger.md, in every order in which two or three deliveries of one message can act. More with the environment variable
/// VENDOR_ERRORS_LEDGER_DEPTH: so many more deaths and passes of time.
/// </summary>
public class LedgerExplorerTests(ITestOutputHelper output)
{
    private static readonly int s_more = int.TryParse(Environment.GetEnvironmentVariable("VENDOR_ERRORS_LEDGER_DEPTH"), out int more) ? more : 0;

    [Theory]
    [Trait("Category", "Slow")]
    [InlineData(2, 1, 0, 1)]
    [InlineData(2, 0, 1, 1)]
    [InlineData(3, 0, 0, 0)]
    public async Task WithoutAProbe_NoOrderSendsTwice(int deliveries, int deaths, int lostReplies, int passes)
    {
        var scenario = new Scenario { Deliveries = deliveries, Deaths = deaths + s_more, LostReplies = lostReplies, Passes = passes + s_more };

        Exploration all = await LedgerExplorer.ExploreAsync(scenario, clock => new InMemoryWorld(clock));

        output.WriteLine($"{all.Orders} orders, {all.DoneOnce} done once");
        all.FirstFault.Should().BeNull();
        all.BrokenByAssumption.Should().Be(0);
        all.DoneOnce.Should().BeGreaterThan(all.Orders / 4);
    }

    [Theory]
    [Trait("Category", "Slow")]
    [InlineData(2, 1, 0, 2)]
    [InlineData(2, 0, 0, 3)]
    public async Task WithAProbe_OnlyOrdersThatBreakTheAssumptionSendTwice(int deliveries, int deaths, int lostReplies, int passes)
    {
        var scenario = new Scenario { HasProbe = true, Deliveries = deliveries, Deaths = deaths + s_more, LostReplies = lostReplies, Passes = passes + s_more };

        Exploration all = await LedgerExplorer.ExploreAsync(scenario, clock => new InMemoryWorld(clock));

        output.WriteLine($"{all.Orders} orders, {all.DoneOnce} done once, {all.BrokenByAssumption} broken by a sender that slept too long");
        all.FirstFault.Should().BeNull();
        all.DoneOnce.Should().BeGreaterThan(all.Orders / 4);
    }

    [Fact]
    [Trait("Category", "Slow")]
    public async Task WithAProbe_ASenderThatSleepsTooLong_IsSeenToSendTwice()
    {
        // The proof above has teeth: the one order that the assumption rules out is among those that are tried.
        var scenario = new Scenario { HasProbe = true, Deliveries = 2, Deaths = 0, LostReplies = 0, Passes = 3 };

        Exploration all = await LedgerExplorer.ExploreAsync(scenario, clock => new InMemoryWorld(clock));

        all.BrokenByAssumption.Should().BePositive();
    }

    [Theory]
    [InlineData(BrokenRule.ClaimIsRolledBack)]
    [InlineData(BrokenRule.LeaseOverMeansFree)]
    [InlineData(BrokenRule.NothingIsCompared)]
    [InlineData(BrokenRule.AnyRequestWillDo)]
    [InlineData(BrokenRule.UnknownExpires)]
    public async Task ABrokenRule_IsFound(BrokenRule rule)
    {
        var scenario = new Scenario { Passes = 2, LostReplies = 0, HasProbe = rule == BrokenRule.NothingIsCompared, HasOtherRequests = rule == BrokenRule.AnyRequestWillDo };

        Exploration some = await LedgerExplorer.ExploreAsync(scenario, clock => new BrokenWorld(clock, rule), new Random(1), most: 20_000);

        output.WriteLine(some.FirstFault ?? "no fault");
        some.FirstFault.Should().NotBeNull();
    }

    [Fact]
    public async Task SendWithoutLedger_MaySendTwice_AsItsDocumentationSays()
    {
        // Rule 7, and why the option is off.
        var scenario = new Scenario { SendWithoutLedger = true, LostReplies = 4, Passes = 1 };

        Exploration some = await LedgerExplorer.ExploreAsync(scenario, clock => new InMemoryWorld(clock), new Random(1), most: 20_000);

        some.FirstFault.Should().Contain("did it 2 times");
    }
}
