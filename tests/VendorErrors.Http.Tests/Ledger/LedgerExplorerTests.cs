using VendorErrors.Http.Tests.Ledger.Explorer;

namespace VendorErrors.Http.Tests.Ledger;

/// <summary>The protocol of docs/ledger.md, in every order in which two or three deliveries of one message can act.</summary>
public class LedgerExplorerTests(ITestOutputHelper output)
{
    [Theory]
    [Trait("Category", "Slow")]
    [InlineData(2, 1, 1, 2)]
    [InlineData(2, 2, 0, 3)]
    [InlineData(3, 1, 0, 1)]
    public async Task WithoutAProbe_NoOrderSendsTwice(int deliveries, int deaths, int lostReplies, int passes)
    {
        var scenario = new Scenario { Deliveries = deliveries, Deaths = deaths, LostReplies = lostReplies, Passes = passes };

        Exploration all = await LedgerExplorer.ExploreAsync(scenario, clock => new InMemoryWorld(clock));

        output.WriteLine($"{all.Orders} orders, {all.DoneOnce} done once");
        all.FirstFault.Should().BeNull();
        all.BrokenByAssumption.Should().Be(0);
        all.DoneOnce.Should().BeGreaterThan(all.Orders / 4);
    }
}
