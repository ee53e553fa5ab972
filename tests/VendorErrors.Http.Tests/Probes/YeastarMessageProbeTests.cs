using EffectProbes;

namespace VendorErrors.Http.Tests.Probes;

/// <summary>The messages of a Yeastar PBX, by session, text and time.</summary>
public class YeastarMessageProbeTests : RecipeTests
{
    private protected override RecipeCase Case => new(
        Vendor.YeastarPSeries,
        static (clients, time) => new YeastarProbe(clients, time),
        "openapi/v1.0/message/send",
        """{"sender_type":9,"channel":"sms","did_number":"4930","to":"{to}","msg_body":"Hello"}""",
        "GET message_session/search")
    {
        OtherPath = "openapi/v1.0/extension/create",
    };

    [Theory(Timeout = 60_000)]
    [InlineData("""{"errcode":0,"errmsg":"SUCCESS","list":[{"type":"sms"}]}""", null)]
    [InlineData("""{"errcode":0,"errmsg":"SUCCESS","list":[{"id":1},{"id":2},{"id":3},{"id":4},{"id":5},{"id":6},{"id":7},{"id":8},{"id":9},{"id":10}]}""", null)]
    [InlineData("""{"errcode":0,"errmsg":"SUCCESS","list":[{"id":999}]}""", false)]
    public async Task Sessions_AsDocumentedOrNot_AreReadWithCare(string sessions, bool? happened) => (await AskOfAsync("GET message_session/search", sessions)).HasHappened.Should().Be(happened);
}
