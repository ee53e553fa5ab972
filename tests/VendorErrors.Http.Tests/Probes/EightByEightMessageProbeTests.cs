using EffectProbes;
using VendorErrors.Testing;

namespace VendorErrors.Http.Tests.Probes;

/// <summary>Messages of 8x8 Connect, by the client's own id in the exported log.</summary>
public class EightByEightMessageProbeTests : RecipeTests
{
    private protected override RecipeCase Case => new(
        Vendor.EightByEightConnect,
        static (clients, time) => new EightByEightProbe(clients, time),
        "api/v1/subaccounts/demo/messages",
        """{"destination":"{to}","text":"Hello","clientMessageId":"id-{to}"}""",
        "POST messages/exports",
        "GET messages/exports/*",
        "GET messages/download/*")
    {
        OtherPath = "api/v1/subaccounts/demo/surveys/1/messages/batch",
    };

    [Theory(Timeout = 60_000)]
    [InlineData("""{"status":"failed"}""")]
    [InlineData("""{"status":"cancelled"}""")]
    [InlineData("""{"status":"empty"}""")]
    [InlineData("""{"status":"succeeded","data":[]}""")]
    [InlineData("""{"status":"succeeded","data":["http://vendor.simulated/a","http://vendor.simulated/b"]}""")]
    [InlineData("""{"status":"succeeded","data":["http://elsewhere.test/a"]}""")]
    public async Task AJobThatGivesNoFile_IsNotKnown(string state) => (await AskOfAsync("GET messages/exports/*", state)).HasHappened.Should().BeNull();

    [Theory(Timeout = 60_000)]
    [InlineData("umid,clientmessageid,body\r\nu-1,id-+4915112345678,\"a, \"\"b\"\"\r\nc\"\r\n", true)]
    [InlineData("umid,clientmessageid,body\nu-1,id-x,\"id-+4915112345678\"\n", false)]
    [InlineData("umid,clientmessageid,body\r\nu-1,id-x\r\n", null)]
    [InlineData("umid,body\r\nu-1,x\r\n", null)]
    [InlineData("umid,clientmessageid,body\r\n", null)]
    public async Task AFile_AsDocumentedOrNot_IsReadWithCare(string file, bool? happened) => (await AskOfAsync("GET messages/download/*", file)).HasHappened.Should().Be(happened);

    [Fact(Timeout = 60_000)]
    public async Task NotThere_ATooShortTimeAfter_IsNotKnown()
    {
        using var bench = new ProbeBench(Case);
        await bench.SendAsync(Other);
        DateTimeOffset sentAt = bench.Time.GetUtcNow();
        bench.Time.Advance(TimeSpan.FromSeconds(100));
        EffectProbeAnswer early = await bench.AskAsync(Customer, sentAt);
        bench.Time.Advance(TimeSpan.FromSeconds(30));

        early.HasHappened.Should().BeNull();
        (await bench.AskAsync(Customer, sentAt)).HasHappened.Should().BeFalse();
    }

    [Theory(Timeout = 60_000)]
    [InlineData(2, true)]
    [InlineData(3, null)]
    public async Task ABatch_IsFoundWholeOrNotKnown(int asked, bool? happened)
    {
        const string Batch = "api/v1/subaccounts/demo/messages/batch";
        using var bench = new ProbeBench(Case with { Path = Batch, Body = """{"clientBatchId":"b-1","messages":[{"destination":"+491","text":"a"},{"destination":"+492","text":"b"}]}""" });
        DateTimeOffset sentAt = bench.Time.GetUtcNow();
        await bench.SendAsync(Other);
        bench.Time.Advance(Later);
        string entries = string.Join(',', Enumerable.Range(1, asked).Select(i => $$"""{"destination":"+49{{i}}","text":"a"}"""));

        (await bench.AskAsync(Customer, sentAt, Batch, $$"""{"clientBatchId":"b-1","messages":[{{entries}}]}""")).HasHappened.Should().Be(happened);
    }
}
