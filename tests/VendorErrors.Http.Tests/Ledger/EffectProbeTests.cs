using Microsoft.Extensions.DependencyInjection;
using VendorErrors.Retries;

namespace VendorErrors.Http.Tests.Ledger;

/// <summary>"Check first whether it happened", done by the program.</summary>
public class EffectProbeTests : LedgerBench
{
    [Fact]
    public async Task AnUnknownEffect_WithoutAProbe_IsNeverSentAgain()
    {
        BreakTheConnection();
        await FailAsync();
        AnswerWith(Done);
        Time.Advance(TimeSpan.FromDays(3));

        VendorErrorException second = await StopAsync();

        second.Decision.StopReason.Should().Be(StopReason.EffectUnknown);
        second.Decision.ForQueue(second.Result).Action.Should().Be(QueueAction.CheckFirst);
        Remote.Sends.Should().Be(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AnUnknownEffect_WithAProbe_IsSettledByTheVendor(bool happened)
    {
        var probe = new SettledProbe(happened ? EffectProbeAnswer.Happened("call-9") : EffectProbeAnswer.DidNotHappen);
        BreakTheConnection();
        HttpRequestException first = await FailAsync(probe);
        AnswerWith(Done);
        VendorErrorException tooEarly = await StopAsync(probe: probe);
        Time.Advance(TimeSpan.FromMinutes(2));

        using HttpResponseMessage second = await DeliverAsync(probe: probe);

        first.GetVendorDecision().StopReason.Should().Be(StopReason.AwaitingProbe);
        tooEarly.Decision.StopReason.Should().Be(StopReason.AwaitingProbe);
        tooEarly.Decision.Wait.Should().BePositive();
        probe.Asked.Should().Be(1);
        Remote.Sends.Should().Be(happened ? 1 : 2);
        second.GetVendorResult().IsSuccess.Should().BeTrue();
        if (happened)
        {
            second.GetVendorResult().Evidence.Should().Contain(evidence => evidence.Source == EvidenceSource.Probe);
            second.GetVendorResult().Answer!.CorrelationId.Should().Be("call-9");
        }
    }

    [Fact]
    public async Task AProbeThatNotKnown_IsAskedAgainLater_AndNotForEver()
    {
        var probe = new SettledProbe(EffectProbeAnswer.NotKnown);
        BreakTheConnection();
        await FailAsync(probe);
        StopReason last = StopReason.None;
        for (var i = 0; i < 20; i++)
        {
            Time.Advance(TimeSpan.FromSeconds(40));
            last = (await StopAsync(probe: probe)).Decision.StopReason;
        }

        probe.Asked.Should().Be(new CallLedgerOptions().MaxProbes);
        last.Should().Be(StopReason.EffectUnknown);
        Remote.Sends.Should().Be(1);
    }

    [Fact]
    public async Task InAContainer_LedgerAndProbeAreFound()
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Time);
        services.AddSingleton<ICallLedgerStore>(Store);
        services.AddSingleton(new SettledProbe(EffectProbeAnswer.Happened()));
        services.AddCallLedger(options => options.QuietTime = TimeSpan.FromSeconds(1));
        services.AddHttpClient("dialer").AddVendorErrors(Vendor.TalkdeskDialer).AddEffectProbe<SettledProbe>().ConfigurePrimaryHttpMessageHandler(() => Remote);
        await using ServiceProvider provider = services.BuildServiceProvider();
        using HttpClient client = provider.GetRequiredService<IHttpClientFactory>().CreateClient("dialer");
        BreakTheConnection();
        using HttpRequestMessage first = RequestOf();
        await FluentActions.Awaiting(() => client.SendAsync(first, Token)).Should().ThrowAsync<HttpRequestException>();
        Time.Advance(TimeSpan.FromSeconds(2));
        using HttpRequestMessage again = RequestOf();

        using HttpResponseMessage second = await client.SendAsync(again, Token);

        second.GetVendorResult().IsSuccess.Should().BeTrue();
        Remote.Sends.Should().Be(1);
    }
}
