using Microsoft.Extensions.DependencyInjection;
using VendorErrors.Http.Retries;

namespace VendorErrors.Http.Tests.Cooldowns;

/// <summary>What ends while it waits to be sent was never sent, and is said to have had no effect.</summary>
public class NeverSentTests
{
    private const string Unsent = "is cancelled, effect none; not retried: cancelled (POST";

    [Fact(Timeout = 10_000)]
    public async Task Post_CallerCancelsAtTheGate_HasHadNoEffect()
    {
        var time = new FakeTime { IsManual = true };
        using VendorStates states = Closed(time);
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Ok) { Time = time, States = states };
        using var caller = new CancellationTokenSource();
        Task<HttpResponseMessage> sending = bench.SendAsync(Dial(), caller.Token);
        await time.PendingAsync();

        await caller.CancelAsync();

        OperationCanceledException thrown = (await FluentActions.Awaiting(() => sending).Should().ThrowAsync<OperationCanceledException>()).Which;
        thrown.CancellationToken.Should().Be(caller.Token);
        bench.Fake.Requests.Should().BeEmpty();
        bench.Logger.Lines.Should().ContainSingle().Which.Text.Should().Contain(Unsent);
    }

    [Fact(Timeout = 10_000)]
    public async Task Post_HttpClientTimesOutAtTheGate_HasHadNoEffect()
    {
        var time = new FakeTime { IsManual = true };
        using VendorStates states = Closed(time);
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Ok) { Time = time, States = states };
        using var client = new HttpClient(bench.CreateHandler()) { Timeout = TimeSpan.FromMilliseconds(200) };

        TaskCanceledException thrown = (await FluentActions.Awaiting(() => client.PostAsync(new Uri("http://vendor.test/dial"), new StringContent("{}"), TestContext.Current.CancellationToken)).Should().ThrowAsync<TaskCanceledException>()).Which;

        thrown.InnerException.Should().BeOfType<TimeoutException>("it is HttpClient's own timeout");
        bench.Fake.Requests.Should().BeEmpty();
        bench.Logger.Lines.Should().ContainSingle().Which.Text.Should().Contain(Unsent);
    }

    [Fact(Timeout = 10_000)]
    public async Task Post_CallerCancelsDuringTheWaitAfterARefusal_HasHadNoEffect()
    {
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Busy(retryAfter: 30)) { Time = new FakeTime { IsManual = true } };
        using var caller = new CancellationTokenSource();
        Task<HttpResponseMessage> sending = bench.SendAsync(Dial(), caller.Token);
        await bench.Time.PendingAsync();
        await Eventually.TrueAsync(() => bench.Logger.Lines.Any(line => line.Id == 1));

        await caller.CancelAsync();

        await FluentActions.Awaiting(() => sending).Should().ThrowAsync<OperationCanceledException>();
        bench.Logger.All.Should().Contain("is rate_limited, effect none; not retried: cancelled (POST");
        bench.Fake.Responses.Should().OnlyContain(response => response.IsDisposed);
    }

    [Fact(Timeout = 10_000)]
    public async Task Put_CallerCancelsAfterAnAttemptOfUnknownEffect_IsStillUnknown()
    {
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Down(503, retryAfter: 30)) { Time = new FakeTime { IsManual = true } };
        using var caller = new CancellationTokenSource();
        Task<HttpResponseMessage> sending = bench.SendAsync(new HttpRequestMessage(HttpMethod.Put, "thing"), caller.Token);
        await Eventually.TrueAsync(() => bench.Logger.Lines.Any(line => line.Id == 1));
        await bench.Time.PendingAsync();

        await caller.CancelAsync();

        await FluentActions.Awaiting(() => sending).Should().ThrowAsync<OperationCanceledException>();
        bench.Logger.All.Should().Contain("is vendor_unavailable, effect unknown; not retried: cancelled (PUT");
    }

    [Theory(Timeout = 10_000)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Post_HostStopsWhileItWaits_EndsAsNeverSent(bool isSync)
    {
        Assert.SkipWhen(isSync && !Asset.IsForNet, "There is no synchronous way.");
        var time = new FakeTime { IsManual = true };
        var vendor = new FakeVendor(time, Bodies.Ok);
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(time);
        services.AddHttpClient("pbx").AddVendorErrors(FrozenVendors.Pbx).AddCredentialRefresher(_ => new FakeRefresher()).ConfigurePrimaryHttpMessageHandler(() => vendor);
        ServiceProvider provider = services.BuildServiceProvider();
        HttpClient client = provider.GetRequiredService<IHttpClientFactory>().CreateClient("pbx");
        provider.GetRequiredService<VendorStates>().Hear(Bench.YeastarAccount, TimeSpan.FromSeconds(60));
        Task<HttpResponseMessage> sending = isSync
            ? Task.Run(() => client.Send(Dial("http://vendor.test/dial"), TestContext.Current.CancellationToken), TestContext.Current.CancellationToken)
            : client.SendAsync(Dial("http://vendor.test/dial"), TestContext.Current.CancellationToken);
        await time.PendingAsync();

        await provider.DisposeAsync();

        VendorErrorException thrown = (await FluentActions.Awaiting(() => sending).Should().ThrowAsync<VendorErrorException>()).Which;
        thrown.Error!.Effect.Should().Be(Effect.None);
        thrown.Error.Category.Should().Be(ErrorCategory.Cancelled);
        thrown.Decision.StopReason.Should().Be(StopReason.Cancelled);
        vendor.Requests.Should().BeEmpty();
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_GateIsOpenAndTheHostStops_GoesOn()
    {
        var time = new FakeTime();
        var states = new VendorStates(time);
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Ok) { Time = time, States = states };
        states.Dispose();

        using HttpResponseMessage response = await bench.GetAsync();

        response.GetVendorResult().IsSuccess.Should().BeTrue();
    }

    [Theory(Timeout = 10_000)]
    [InlineData("after the head")]
    [InlineData("in the body")]
    public async Task Get_CallerCancelsInTheMomentOfTheRateLimit_TheOthersHearOfIt(string moment)
    {
        using var caller = new CancellationTokenSource();
        Answer refused = moment == "after the head" ? Bodies.Busy(retryAfter: 30) : new Answer { Status = 429, Headers = [("Retry-After", "30")], Stream = ScriptedStream.Stalling("{"), Executes = false };
        using var bench = new Bench(FrozenVendors.Pbx)
        {
            Options = { MaxRetryAttempts = 0 },
            Fake = new FakeVendor(TimeProvider.System)
            {
                Chooses = seen => seen.Address.EndsWith("first", StringComparison.Ordinal)
                    ? new Answer { Status = 429, Headers = refused.Headers, Stream = refused.Stream, Executes = false, Before = caller.Cancel }
                    : Bodies.Ok,
            },
        };
        await FluentActions.Awaiting(async () => (await bench.GetAsync("first", caller.Token)).Dispose()).Should().ThrowAsync<OperationCanceledException>();

        using HttpResponseMessage response = await bench.GetAsync("second");

        bench.Time.Waits.Should().Equal(TimeSpan.FromSeconds(30));
    }

    private static VendorStates Closed(FakeTime time)
    {
        var states = new VendorStates(time);
        states.Hear(Bench.YeastarAccount, TimeSpan.FromSeconds(60));
        return states;
    }

    private static HttpRequestMessage Dial(string address = "call/dial") => new(HttpMethod.Post, address) { Content = new StringContent("{}") };
}
