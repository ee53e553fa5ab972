using VendorErrors.Http.Cooldowns;

namespace VendorErrors.Http.Tests.Cooldowns;

public class CooldownTests
{
    [Fact(Timeout = 10_000)]
    public async Task Get_AfterARateLimit_NextRequestWaits()
    {
        using var bench = new Bench(Vendor.YeastarPSeries, Bodies.Busy(retryAfter: 30), Bodies.Ok) { Options = { MaxRetries = 0 } };
        using HttpResponseMessage first = await bench.GetAsync();

        using HttpResponseMessage second = await bench.GetAsync();

        second.GetVendorResult().IsSuccess.Should().BeTrue();
        (bench.Fake.Requests[1].At - bench.Fake.Requests[0].At).Should().Be(TimeSpan.FromSeconds(30));
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_FailFast_ThrowsWithTheTimeNotBefore()
    {
        using var bench = new Bench(Vendor.YeastarPSeries, Bodies.Busy(retryAfter: 30), Bodies.Ok) { Options = { MaxRetries = 0, Cooldown = CooldownMode.FailFast } };
        using HttpResponseMessage first = await bench.GetAsync();

        VendorErrorException thrown = (await FluentActions.Awaiting(() => bench.GetAsync()).Should().ThrowAsync<VendorErrorException>()).Which;

        thrown.NotBefore.Should().Be(bench.Time.GetUtcNow().AddSeconds(30));
        thrown.Decision.StopReason.Should().Be(StopReason.CoolingDown);
        thrown.Error.Category.Should().Be(ErrorCategory.RateLimited);
        thrown.Error.Effect.Should().Be(Effect.None);
        bench.Fake.Requests.Should().ContainSingle();
        bench.Logger.All.Should().Contain("cooling_down", "every stop has a named reason in the logs");
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_WaitModeButBeyondTheCap_ThrowsAtOnce()
    {
        using var bench = new Bench(Vendor.YeastarPSeries, Bodies.Busy(retryAfter: 600), Bodies.Ok);
        using HttpResponseMessage first = await bench.GetAsync();

        VendorErrorException thrown = (await FluentActions.Awaiting(() => bench.GetAsync()).Should().ThrowAsync<VendorErrorException>()).Which;

        thrown.NotBefore.Should().Be(bench.Time.GetUtcNow().AddSeconds(600));
        bench.Time.Waits.Should().BeEmpty();
        bench.Fake.Requests.Should().ContainSingle();
    }

    [Theory(Timeout = 10_000)]
    [InlineData(3599, 3599)]
    [InlineData(3600, 3600)]
    [InlineData(2_000_000, 3600)]
    public async Task Get_AskedToWaitForLong_CoolsDownForAnHourAtMost(int retryAfter, int seconds)
    {
        using var bench = new Bench(Vendor.YeastarPSeries, Bodies.Busy(retryAfter: retryAfter), Bodies.Ok) { Options = { Cooldown = CooldownMode.FailFast } };
        using HttpResponseMessage first = await bench.GetAsync();

        VendorErrorException thrown = (await FluentActions.Awaiting(() => bench.GetAsync()).Should().ThrowAsync<VendorErrorException>()).Which;

        thrown.NotBefore.Should().Be(bench.Time.GetUtcNow().AddSeconds(seconds));
        bench.Logger.All.Should().Contain("the account (default) cools down for " + TimeSpan.FromSeconds(seconds));
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_Off_AsksAtOnce()
    {
        using var bench = new Bench(Vendor.YeastarPSeries, Bodies.Busy(retryAfter: 30), Bodies.Ok) { Options = { MaxRetries = 0, Cooldown = CooldownMode.Off } };
        using HttpResponseMessage first = await bench.GetAsync();

        using HttpResponseMessage second = await bench.GetAsync();

        bench.Time.Waits.Should().BeEmpty();
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_RateLimitWithoutAWait_CoolsNothingDown()
    {
        using var bench = new Bench(Vendor.YeastarPSeries, Bodies.Busy(), Bodies.Ok) { Options = { MaxRetries = 0, Cooldown = CooldownMode.FailFast } };
        using HttpResponseMessage first = await bench.GetAsync();

        using HttpResponseMessage second = await bench.GetAsync();

        second.GetVendorResult().IsSuccess.Should().BeTrue();
    }

    [Fact]
    public async Task Extend_AnEarlierTime_ChangesNothing()
    {
        var store = new InProcessCooldownStore();
        await store.ExtendAsync("a", DateTimeOffset.UnixEpoch.AddSeconds(60), TestContext.Current.CancellationToken);

        await store.ExtendAsync("a", DateTimeOffset.UnixEpoch.AddSeconds(10), TestContext.Current.CancellationToken);

        (await store.GetAsync("a", TestContext.Current.CancellationToken)).Should().Be(DateTimeOffset.UnixEpoch.AddSeconds(60));
        (await store.GetAsync("b", TestContext.Current.CancellationToken)).Should().BeNull();
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_CooldownExtendedWhileWaiting_WaitsOn()
    {
        var time = new FakeTime { IsManual = true };
        var store = new InProcessCooldownStore();
        string key = await KeyAsync();
        await store.ExtendAsync(key, time.GetUtcNow().AddSeconds(10), TestContext.Current.CancellationToken);
        using var bench = new Bench(Vendor.YeastarPSeries, Bodies.Ok) { Time = time, Cooldowns = store };
        Task<HttpResponseMessage> sending = bench.GetAsync();
        await time.PendingAsync();
        await store.ExtendAsync(key, time.GetUtcNow().AddSeconds(25), TestContext.Current.CancellationToken);

        time.Advance(TimeSpan.FromSeconds(10));
        await time.PendingAsync();
        bench.Fake.Requests.Should().BeEmpty();
        time.Advance(TimeSpan.FromSeconds(15));

        using HttpResponseMessage response = await sending;
        bench.Fake.Requests.Should().ContainSingle();
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_GateClosesBeforeTheRetry_CallerStillHoldsTheVendorsAnswer()
    {
        var store = new FakeCooldownStore();
        using var bench = new Bench(Vendor.YeastarPSeries, new Answer { Status = 503, Body = "busy", Before = () => store.Until = null }) { Cooldowns = store, Options = { Cooldown = CooldownMode.FailFast } };
        store.OnGet = () => store.Until = bench.Fake.Requests.Count == 1 ? bench.Time.GetUtcNow().AddMinutes(10) : null;

        using HttpResponseMessage response = await bench.GetAsync();

        ((int)response.StatusCode).Should().Be(503);
        (await response.TextAsync()).Should().Be("busy");
        response.GetVendorDecision().StopReason.Should().Be(StopReason.CoolingDown);
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_StoreThrows_GoesOnWithoutIt()
    {
        using var bench = new Bench(Vendor.YeastarPSeries, Bodies.Busy(retryAfter: 1), Bodies.Ok) { Cooldowns = new FakeCooldownStore { OnGet = () => throw new InvalidOperationException("host=redis,password=secret") } };

        using HttpResponseMessage response = await bench.GetAsync();

        response.GetVendorResult().IsSuccess.Should().BeTrue();
        bench.Logger.Lines.Should().Contain(line => line.Id == 6);
        bench.Logger.All.Should().NotContain("secret");
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_StoreTimesOut_GoesOnWithoutIt()
    {
        using var bench = new Bench(Vendor.YeastarPSeries, Bodies.Ok) { Cooldowns = new FakeCooldownStore { OnGet = () => throw new TaskCanceledException("the store's own time-out") } };

        using HttpResponseMessage response = await bench.GetAsync();

        response.GetVendorResult().IsSuccess.Should().BeTrue();
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_TwoAccounts_CoolDownApart()
    {
        var store = new InProcessCooldownStore();
        using var one = new Bench(Vendor.YeastarPSeries, Bodies.Busy(retryAfter: 30)) { Cooldowns = store, Options = { Account = "one", MaxRetries = 0 } };
        using var two = new Bench(Vendor.YeastarPSeries, Bodies.Ok) { Cooldowns = store, Options = { Account = "two" } };
        using HttpResponseMessage first = await one.GetAsync();

        using HttpResponseMessage second = await two.GetAsync();

        two.Time.Waits.Should().BeEmpty();
    }

    private static async Task<string> KeyAsync()
    {
        var store = new FakeCooldownStore();
        using var bench = new Bench(Vendor.YeastarPSeries, Bodies.Ok) { Cooldowns = store };
        using HttpResponseMessage response = await bench.GetAsync();
        return store.Keys[0];
    }
}
