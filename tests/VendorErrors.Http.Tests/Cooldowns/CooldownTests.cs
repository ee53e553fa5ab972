using VendorErrors.Http.Retries;

namespace VendorErrors.Http.Tests.Cooldowns;

public class CooldownTests
{
    [Fact(Timeout = 10_000)]
    public async Task Get_AfterARateLimit_NextRequestWaits()
    {
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Busy(retryAfter: 30), Bodies.Ok) { Options = { MaxRetryAttempts = 0 } };
        using HttpResponseMessage first = await bench.GetAsync();

        using HttpResponseMessage second = await bench.GetAsync();

        second.GetVendorResult().IsSuccess.Should().BeTrue();
        (bench.Fake.Requests[1].At - bench.Fake.Requests[0].At).Should().Be(TimeSpan.FromSeconds(30));
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_FailFast_ThrowsWithTheTimeNotBefore()
    {
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Busy(retryAfter: 30), Bodies.Ok) { Options = { MaxRetryAttempts = 0, Cooldown = CooldownMode.FailFast } };
        using HttpResponseMessage first = await bench.GetAsync();

        VendorErrorException thrown = (await FluentActions.Awaiting(() => bench.GetAsync()).Should().ThrowAsync<VendorErrorException>()).Which;

        thrown.NotBefore.Should().Be(bench.Time.GetUtcNow().AddSeconds(30));
        thrown.Decision.StopReason.Should().Be(StopReason.CoolingDown);
        thrown.Error!.Category.Should().Be(ErrorCategory.RateLimited);
        thrown.Error!.Effect.Should().Be(Effect.None);
        bench.Fake.Requests.Should().ContainSingle();
        bench.Logger.All.Should().Contain("cooling_down", "every stop has a named reason in the logs");
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_WaitModeButBeyondTheCap_ThrowsAtOnce()
    {
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Busy(retryAfter: 600), Bodies.Ok);
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
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Busy(retryAfter: retryAfter), Bodies.Ok) { Options = { Cooldown = CooldownMode.FailFast } };
        using HttpResponseMessage first = await bench.GetAsync();

        VendorErrorException thrown = (await FluentActions.Awaiting(() => bench.GetAsync()).Should().ThrowAsync<VendorErrorException>()).Which;

        thrown.NotBefore.Should().Be(bench.Time.GetUtcNow().AddSeconds(seconds));
        bench.Logger.All.Should().Contain("the account (default) cools down for " + TimeSpan.FromSeconds(seconds));
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_Off_AsksAtOnce()
    {
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Busy(retryAfter: 30), Bodies.Ok) { Options = { MaxRetryAttempts = 0, Cooldown = CooldownMode.Off } };
        using HttpResponseMessage first = await bench.GetAsync();

        using HttpResponseMessage second = await bench.GetAsync();

        bench.Time.Waits.Should().BeEmpty();
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_RateLimitWithoutAWait_CoolsNothingDown()
    {
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Busy(), Bodies.Ok) { Options = { MaxRetryAttempts = 0, Cooldown = CooldownMode.FailFast } };
        using HttpResponseMessage first = await bench.GetAsync();

        using HttpResponseMessage second = await bench.GetAsync();

        second.GetVendorResult().IsSuccess.Should().BeTrue();
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_CooldownExtendedWhileWaiting_WaitsOn()
    {
        var time = new FakeTime { IsManual = true };
        using var states = new VendorStates(time);
        states.Hear(Bench.YeastarAccount, TimeSpan.FromSeconds(10));
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Ok) { Time = time, States = states };
        Task<HttpResponseMessage> sending = bench.GetAsync();
        await time.PendingAsync();
        states.Hear(Bench.YeastarAccount, TimeSpan.FromSeconds(25));

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
        var time = new FakeTime();
        using var states = new VendorStates(time);
        var closing = new Answer { Status = 503, Body = "busy", Before = () => states.Hear(Bench.YeastarAccount, TimeSpan.FromMinutes(10)) };
        using var bench = new Bench(FrozenVendors.Pbx, closing) { Time = time, States = states, Options = { Cooldown = CooldownMode.FailFast } };

        using HttpResponseMessage response = await bench.GetAsync();

        ((int)response.StatusCode).Should().Be(503);
        (await response.TextAsync()).Should().Be("busy");
        response.GetVendorDecision().StopReason.Should().Be(StopReason.CoolingDown);
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_ClockSetBackByADay_WaitsAsLongAsTheVendorSaid()
    {
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Busy(retryAfter: 5), Bodies.Ok) { Options = { MaxRetryAttempts = 0 } };
        using HttpResponseMessage first = await bench.GetAsync();
        bench.Time.WasSetBy = TimeSpan.FromDays(-1);

        using HttpResponseMessage second = await bench.GetAsync();

        second.GetVendorResult().IsSuccess.Should().BeTrue();
        bench.Time.Waits.Should().Equal(TimeSpan.FromSeconds(5));
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_ClockSetForwardByADay_StillWaits()
    {
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Busy(retryAfter: 5), Bodies.Ok) { Options = { MaxRetryAttempts = 0 } };
        using HttpResponseMessage first = await bench.GetAsync();
        bench.Time.WasSetBy = TimeSpan.FromDays(1);

        using HttpResponseMessage second = await bench.GetAsync();

        bench.Time.Waits.Should().Equal(TimeSpan.FromSeconds(5));
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_TwoAccounts_CoolDownApart()
    {
        var time = new FakeTime();
        using var states = new VendorStates(time);
        using var one = new Bench(FrozenVendors.Pbx, Bodies.Busy(retryAfter: 30)) { Time = time, States = states, Options = { Account = "one", MaxRetryAttempts = 0 } };
        using var two = new Bench(FrozenVendors.Pbx, Bodies.Ok) { Time = time, States = states, Options = { Account = "two" } };
        using HttpResponseMessage first = await one.GetAsync();

        using HttpResponseMessage second = await two.GetAsync();

        time.Waits.Should().BeEmpty();
    }
}
