using System.Globalization;
using VendorErrors.Http.Tests.Ledger.Explorer;

namespace VendorErrors.Http.Tests.Ledger;

/// <summary>
/// The protocol of docs/ledger.md, in every order in which two or three deliveries of one message can act. More with the environment variable
/// VENDOR_ERRORS_LEDGER_DEPTH: so many more deaths and passes of time.
/// </summary>
public class LedgerExplorerTests(ITestOutputHelper output)
{
    private static readonly int s_more = int.TryParse(Environment.GetEnvironmentVariable("VENDOR_ERRORS_LEDGER_DEPTH"), CultureInfo.InvariantCulture, out int more) ? more : 0;

    [Theory]
    [Trait("Category", "Slow")]
    [InlineData(2, 1, 1, 1)]
    [InlineData(2, 1, 0, 2)]
    [InlineData(3, 1, 0, 1)]
    public async Task WithoutAProbe_NoOrderSendsTwice(int deliveries, int deaths, int lostReplies, int passes)
    {
        var scenario = new Scenario { Deliveries = deliveries, Deaths = deaths + s_more, LostReplies = lostReplies, Passes = passes + s_more };

        Exploration all = await LedgerExplorer.ExploreAsync(scenario, clock => new InMemoryWorld(clock));

        output.WriteLine($"{all.States} states, {all.Orders} endings, {all.DoneOnce} done once");
        all.FirstFault.Should().BeNull();
        all.BrokenByAssumption.Should().Be(0);
        all.DoneOnce.Should().BePositive();
    }

    [Theory]
    [Trait("Category", "Slow")]
    [InlineData(2, 1, 0, 2)]
    [InlineData(2, 0, 0, 3)]
    public async Task WithAProbe_OnlyOrdersThatBreakTheAssumptionSendTwice(int deliveries, int deaths, int lostReplies, int passes)
    {
        // With three passes of time a sender can sleep for too long: the order that the assumption rules out is among those that are tried.
        var scenario = new Scenario { HasProbe = true, Deliveries = deliveries, Deaths = deaths + s_more, LostReplies = lostReplies, Passes = passes + s_more };

        Exploration all = await LedgerExplorer.ExploreAsync(scenario, clock => new InMemoryWorld(clock));

        output.WriteLine($"{all.States} states, {all.Orders} endings, {all.DoneOnce} done once, {all.BrokenByAssumption} broken by a sender that slept too long");
        all.FirstFault.Should().BeNull();
        all.DoneOnce.Should().BePositive();
        all.BrokenByAssumption.Should().Match(count => passes < 3 || count > 0);
    }

    [Theory]
    [InlineData(BrokenRule.ClaimIsRolledBack)]
    [InlineData(BrokenRule.LeaseOverMeansFree)]
    [InlineData(BrokenRule.NothingIsCompared)]
    [InlineData(BrokenRule.AnyRequestWillDo)]
    [InlineData(BrokenRule.UnknownExpires)]
    public async Task ABrokenRule_IsFound(BrokenRule rule)
    {
        // That two take over a refused entry at once needs a third that was refused.
        Scenario scenario = rule == BrokenRule.NothingIsCompared
            ? new Scenario { Deliveries = 3, Deaths = 0, Passes = 0, LostReplies = 0 }
            : new Scenario { Passes = 2, LostReplies = 0, HasOtherRequests = rule == BrokenRule.AnyRequestWillDo };

        Exploration some = await LedgerExplorer.ExploreAsync(scenario, clock => new BrokenWorld(new InMemoryWorld(clock), rule), new Random(1), most: 20_000);

        output.WriteLine(some.FirstFault ?? "no fault");
        some.FirstFault.Should().NotBeNull();
    }

    [Fact]
    public async Task SendWithoutLedger_MaySendTwice_AsItsDocumentationSays()
    {
        // Rule 7, and why the option is off.
        var scenario = new Scenario { SendWithoutLedger = true, LostReplies = 4, Passes = 1 };

        Exploration some = await LedgerExplorer.ExploreAsync(scenario, clock => new InMemoryWorld(clock), new Random(1), most: 20_000);

        some.Faults.Should().Contain("the vendor did it 2 times");
    }
}
