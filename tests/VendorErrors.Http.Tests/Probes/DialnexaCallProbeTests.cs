using EffectProbes;
using VendorErrors.Testing;

namespace VendorErrors.Http.Tests.Probes;

/// <summary>Dialnexa's calls, by number and time.</summary>
public class DialnexaCallProbeTests : RecipeTests
{
    private protected override RecipeCase Case => new(
        Vendor.Dialnexa, static (clients, _) => new DialnexaCallProbe(clients), "v1/calls", """{"phone_number":"{to}","agent_id":"agent_1","metadata":{}}""", "GET calls");

    [Theory(Timeout = 60_000)]
    [InlineData("""[{"id":"call_1","to_number":"+4915112345678","createdAt":"2026-01-15T10:05:00.000Z"},{"id":"call_0","to_number":"+4915100000001","createdAt":"2026-01-01T00:00:00.000Z"}]""", true)]
    [InlineData("""{"data":[{"id":"call_1","to_phone_number":"4915112345678","created_at":"2026-01-15T10:05:00.000Z"},{"id":"call_0","to_phone_number":"+491","created_at":"2026-01-01T00:00:00.000Z"}],"meta":{"page":1}}""", true)]
    [InlineData("""[{"id":"call_1","to_number":"+491","createdAt":"2026-01-15T10:05:00.000Z"},{"id":"call_0","to_number":"+492","createdAt":"2026-01-01T00:00:00.000Z"}]""", false)]
    [InlineData("""[{"id":"call_1","createdAt":"2026-01-15T10:05:00.000Z"},{"id":"call_0","to_number":"+492","createdAt":"2026-01-01T00:00:00.000Z"}]""", null)]
    [InlineData("""[{"id":"call_1","to_number":"+491","createdAt":"yesterday"},{"id":"call_0","to_number":"+492","createdAt":"2026-01-01T00:00:00.000Z"}]""", null)]
    [InlineData("""[{"id":"call_1","to_number":"+491","createdAt":"2026-01-15T10:05:00.000Z"},{"id":"call_2","to_number":"+491","createdAt":"2026-01-15T10:06:00.000Z"},{"id":"call_0","to_number":"+492","createdAt":"2026-01-01T00:00:00.000Z"}]""", null)]
    public async Task AList_AsDocumentedOrNot_IsReadWithCare(string list, bool? happened) => (await AskOfAsync("GET calls", list)).HasHappened.Should().Be(happened);

    [Fact(Timeout = 120_000)]
    public async Task MoreCallsThanPages_IsNotKnown()
    {
        using var bench = new ProbeBench(Case);
        DateTimeOffset sentAt = bench.Time.GetUtcNow();
        for (var i = 0; i < 2001; i++)
        {
            await bench.SendAsync(Other);
        }

        bench.Time.Advance(Later);

        (await bench.AskAsync(Customer, sentAt)).HasHappened.Should().BeNull();
        bench.Simulator.Requests.Count(request => request.Method == "GET").Should().Be(20);
    }
}
