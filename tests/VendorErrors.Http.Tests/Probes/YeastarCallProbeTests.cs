using EffectProbes;
using VendorErrors.Testing;

namespace VendorErrors.Http.Tests.Probes;

/// <summary>The calls of a Yeastar PBX: those in progress, and the records of those that ended.</summary>
public class YeastarCallProbeTests : RecipeTests
{
    private protected override RecipeCase Case => new(
        Vendor.YeastarPSeries, static (clients, time) => new YeastarProbe(clients, time), "openapi/v1.0/call/dial", """{"caller":"1000","callee":"{to}"}""", "GET call/query", "GET cdr/search")
    {
        OtherPath = "openapi/v1.0/extension/create",
    };

    [Theory(Timeout = 60_000)]
    [InlineData(30)] // In progress.
    [InlineData(58)] // It ends while the recipe asks.
    [InlineData(63)] // It has ended, and its record comes 5 s after that.
    [InlineData(90)]
    public async Task ACall_WhereverItIs_IsFound(int secondsAfter)
    {
        using var bench = new ProbeBench(Case, new LookUpRules { CallLength = TimeSpan.FromSeconds(60), Delay = TimeSpan.FromSeconds(5) });
        await bench.SendAsync(Other);
        bench.Time.Advance(TimeSpan.FromMinutes(5));
        DateTimeOffset sentAt = bench.Time.GetUtcNow();
        await bench.SendAsync(Customer);
        bench.Time.Advance(TimeSpan.FromSeconds(secondsAfter));

        (await bench.AskAsync(Customer, sentAt)).HasHappened.Should().BeTrue();
    }

    [Theory(Timeout = 60_000)]
    [InlineData("""{"errcode":0,"errmsg":"SUCCESS","data":[{"call_id":"1","members":[{"extension":{"number":"1000","member_status":"ALERT"}}]}]}""", null)] // Still ringing at the caller.
    [InlineData("""{"errcode":0,"errmsg":"SUCCESS","data":[{"call_id":"1","members":[{"extension":{"number":"1000"}},{"outbound":{"from":"1000","to":"04915112345678"}}]}]}""", true)]
    [InlineData("""{"errcode":0,"errmsg":"SUCCESS","data":[{"call_id":"1","members":[{"extension":{"number":"1000"}},{"outbound":{"from":"1000","to":"+4930"}}]}]}""", false)]
    [InlineData("""{"errcode":0,"errmsg":"SUCCESS","data":[{"call_id":"1","members":[{"inbound":{"from":"4930","to":"1000"}},{"extension":{"number":"1000"}}]}]}""", false)]
    [InlineData("""{"errcode":70516,"errmsg":"NOT EXISTED"}""", false)]
    [InlineData("""{"errcode":-1,"errmsg":"FAILURE"}""", null)]
    public async Task LiveCalls_AsDocumentedOrNot_AreReadWithCare(string calls, bool? happened) => (await AskOfAsync("GET call/query", calls)).HasHappened.Should().Be(happened);

    [Theory(Timeout = 60_000)]
    [InlineData("""{"errcode":0,"errmsg":"SUCCESS","total_number":1,"data":[{"id":1,"call_from":"1000","call_to":"Mia<+4915112345678>","timestamp":1768471500,"uid":"u"}]}""", true)]
    [InlineData("""{"errcode":0,"errmsg":"SUCCESS","total_number":2,"data":[{"id":1,"call_from":"1000","call_to":"+4930","timestamp":1768471500,"uid":"u"}]}""", null)]
    [InlineData("""{"errcode":0,"errmsg":"SUCCESS","total_number":1,"data":[{"id":1,"call_from":"1000","call_to":"+4930","uid":"u"}]}""", null)]
    [InlineData("""{"errcode":0,"errmsg":"SUCCESS","total_number":0,"data":[]}""", null)]
    public async Task Records_AsDocumentedOrNot_AreReadWithCare(string records, bool? happened) => (await AskOfAsync("GET cdr/search", records)).HasHappened.Should().Be(happened);
}
