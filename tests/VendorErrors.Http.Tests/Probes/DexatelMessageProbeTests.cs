using EffectProbes;
using VendorErrors.Testing;

namespace VendorErrors.Http.Tests.Probes;

/// <summary>Dexatel's messages, by number, text and time.</summary>
public class DexatelMessageProbeTests : RecipeTests
{
    private protected override RecipeCase Case => new(
        Vendor.Dexatel, static (clients, _) => new DexatelMessageProbe(clients), "v1/messages", """{"data":{"from":"Shop","to":["{to}"],"text":"Hello","channel":"SMS"}}""", "GET messages");

    [Fact(Timeout = 60_000)]
    public async Task AListWithoutATotal_IsNotKnown() => (await AskOfAsync("GET messages", """{"data":[],"pagination":{}}""")).HasHappened.Should().BeNull();

    [Fact(Timeout = 60_000)]
    public async Task AListThatIsShorterThanItsTotal_IsNotKnown()
    {
        using var bench = new ProbeBench(Case);
        DateTimeOffset sentAt = bench.Time.GetUtcNow();
        bench.Simulator.Next(SimulatedStep.Answer(VendorResponses.Success(Vendor.Dexatel) with { Body = """{"data":[],"pagination":{}}""", Headers = [new("Total-Count", "101")] }).On("GET messages"));
        bench.Time.Advance(Later);

        (await bench.AskAsync(Customer, sentAt)).HasHappened.Should().BeNull();
    }

    [Fact(Timeout = 60_000)]
    public async Task AnotherText_IsAnotherMessage()
    {
        using var bench = new ProbeBench(Case with { Body = Case.Body.Replace("Hello", "Goodbye", StringComparison.Ordinal) });
        DateTimeOffset sentAt = bench.Time.GetUtcNow();
        await bench.SendAsync(Customer);
        bench.Time.Advance(Later);

        (await bench.AskAsync(Customer, sentAt, body: Case.Body.Replace("{to}", Customer, StringComparison.Ordinal))).HasHappened.Should().BeFalse();
    }

    [Fact(Timeout = 60_000)]
    public async Task SeveralRecipients_AreNotKnown()
    {
        using var bench = new ProbeBench(Case);
        DateTimeOffset sentAt = bench.Time.GetUtcNow();
        await bench.SendAsync(Other);
        bench.Time.Advance(Later);

        (await bench.AskAsync(Customer, sentAt, body: """{"data":{"to":["491","492"],"text":"Hello"}}""")).HasHappened.Should().BeNull();
    }
}
