using EffectProbes;
using VendorErrors.Testing;

namespace VendorErrors.Http.Tests.Probes;

/// <summary>Callflows of 8x8 Connect, by number and time in the exported log of calls.</summary>
public class EightByEightCallProbeTests : RecipeTests
{
    private protected override RecipeCase Case => new(
        Vendor.EightByEightConnect,
        static (clients, time) => new EightByEightProbe(clients, time),
        "api/v1/subaccounts/demo/callflows",
        """{"callflow":[{"action":"makeCall","params":{"source":"6512345678","destination":"{to}"}},{"action":"hangup"}]}""",
        "POST messages/exports",
        "GET messages/exports/*",
        "GET messages/download/*")
    {
        OtherPath = "api/v1/subaccounts/demo/webhooks",
        Host = "voice.vendor.simulated",
    };

    [Theory(Timeout = 60_000)]
    [InlineData("SessionId,DestinationEndpoint,InitiatedAt\r\ns,+4915112345678,2026-01-15T10:05:00Z\r\n", true)]
    [InlineData("SessionId,DestinationEndpoint,InitiatedAt\r\ns,+49151,2026-01-15T10:05:00Z\r\n", false)]
    [InlineData("SessionId,DestinationEndpoint,InitiatedAt\r\ns,+491511234xxxx,2026-01-15T10:05:00Z\r\n", null)]
    [InlineData("SessionId,DestinationEndpoint,InitiatedAt\r\ns,+49151,soon\r\n", null)]
    [InlineData("SessionId,InitiatedAt\r\ns,2026-01-15T10:05:00Z\r\n", null)]
    public async Task AFile_AsDocumentedOrNot_IsReadWithCare(string file, bool? happened) => (await AskOfAsync("GET messages/download/*", file)).HasHappened.Should().Be(happened);

    [Fact(Timeout = 60_000)]
    public async Task NotThere_AsLongAsACallMayLast_IsNotKnown()
    {
        using var bench = new ProbeBench(Case);
        await bench.SendAsync(Other);
        DateTimeOffset sentAt = bench.Time.GetUtcNow();
        bench.Time.Advance(TimeSpan.FromMinutes(11));
        EffectProbeAnswer early = await bench.AskAsync(Customer, sentAt);
        bench.Time.Advance(TimeSpan.FromMinutes(2));

        early.HasHappened.Should().BeNull();
        (await bench.AskAsync(Customer, sentAt)).HasHappened.Should().BeFalse();
    }
}
