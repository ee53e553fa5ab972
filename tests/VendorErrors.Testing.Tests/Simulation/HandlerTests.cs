using VendorErrors.Http;
using VendorErrors.Retries;

namespace VendorErrors.Testing.Tests.Simulation;

/// <summary>Steps as the handler of VendorErrors sees them.</summary>
public class HandlerTests
{
    private readonly VirtualTime _time = new();

    [Fact]
    public async Task Code_ThatAsksToWait_IsSentAgainAfterTheWait()
    {
        var dialer = new VendorSimulator(Vendor.TalkdeskDialer, new() { Time = _time });
        dialer.Next(SimulatedStep.Code("10", new() { Wait = TimeSpan.FromSeconds(30) }));

        (await Clients.Handled(dialer, _time).SendJsonAsync("POST", "Advanced Dialer/api/telephony/dial", "{\"phoneNumber\":\"+49301\"}").StatusAsync()).Should().Be(200);

        dialer.TimesCalled("+49301").Should().Be(1);
        dialer.RequestsInsideWait.Should().Be(0);
        dialer.Requests[1].At.Should().BeOnOrAfter(_time.Start + TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task GatewayPage_AfterADial_StopsWithEffectUnknown()
    {
        var pbx = new VendorSimulator(Vendor.YeastarPSeries, new() { Time = _time });
        pbx.Next(SimulatedStep.GatewayPage().AfterExecution());

        using HttpResponseMessage response = await Clients.Handled(pbx, _time).DialAsync();

        response.GetVendorDecision().StopReason.Should().Be(StopReason.EffectUnknown);
        pbx.TimesCalled("+49301234").Should().Be(1);
    }

    [Fact]
    public async Task CutBody_AfterADial_IsNoSuccessAndIsNotSentAgain()
    {
        var pbx = new VendorSimulator(Vendor.YeastarPSeries, new() { Time = _time });
        pbx.Next(SimulatedStep.Ok.CutAt(0.1));
        using HttpClient client = Clients.Handled(pbx, _time, options => options.ThrowOnFailure = true);

        var thrown = await FluentActions.Awaiting(() => client.DialAsync()).Should().ThrowAsync<VendorErrorException>();

        thrown.Which.Result.Category.Should().Be(ErrorCategory.ProtocolViolation);
        thrown.Which.Result.Effect.Should().Be(Effect.Unknown);
        pbx.TimesCalled("+49301234").Should().Be(1);
        pbx.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task CutBody_OfARead_IsSentAgain()
    {
        var pbx = new VendorSimulator(Vendor.YeastarPSeries, new() { Time = _time });
        pbx.Next(SimulatedStep.Ok.CutAt(0.1));

        string body = await Clients.Handled(pbx, _time).ReadAsync("openapi/v1.0/extension/list").TextAsync();

        body.Should().Contain("\"errcode\":0");
        pbx.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task Delete_WhoseAnswerWasLost_IsSentAgainAndCountsOnce()
    {
        var dexatel = new VendorSimulator(Vendor.Dexatel, new() { Time = _time });
        dexatel.Next(SimulatedStep.Drop().AfterExecution());

        using HttpResponseMessage response = await Clients.Handled(dexatel, _time).SendJsonAsync("DELETE", "v1/templates/7");

        response.GetVendorResult().Effect.Should().Be(Effect.Applied);
        dexatel.Count(OperationKind.Delete).Should().Be(1);
        dexatel.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task KeyedWrite_WhoseAnswerWasLost_IsSentAgainAndCountsOnce()
    {
        var acme = new VendorSimulator(OwnVendor.Acme, new() { Time = _time });
        acme.Next(SimulatedStep.Drop().AfterExecution(), SimulatedStep.Code("30").AfterExecution());

        using HttpResponseMessage response = await Clients.Handled(acme, _time, options => options.AddIdempotencyKey = true).SendJsonAsync("POST", "calls", "{\"to\":\"+491\"}");

        response.GetVendorResult().IsSuccess.Should().BeTrue();
        acme.Requests.Should().HaveCount(3);
        acme.Count(OperationKind.Create, "+491").Should().Be(1);
    }
}
