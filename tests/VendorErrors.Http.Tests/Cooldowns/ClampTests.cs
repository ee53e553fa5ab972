using VendorErrors.Http.Retries;

namespace VendorErrors.Http.Tests.Cooldowns;

/// <summary>A client that cuts waits passes after its longest wait; the others of the account keep theirs.</summary>
public class ClampTests
{
    [Fact(Timeout = 10_000)]
    public async Task Get_RateLimitAboveTheCapAndClamp_WaitsAsLongAsTheCap()
    {
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Busy(retryAfter: 600), Bodies.Ok) { Options = { MaxWait = TimeSpan.FromSeconds(10), ClampWait = true } };

        using HttpResponseMessage response = await bench.GetAsync();

        response.GetVendorResult().IsSuccess.Should().BeTrue();
        bench.Time.Waits.Should().Equal(TimeSpan.FromSeconds(10));
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_NextRequestOfAClampingClient_PassesAfterTheCap()
    {
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Busy(retryAfter: 600), Bodies.Ok) { Options = { MaxWait = TimeSpan.FromSeconds(10), ClampWait = true, MaxRetryAttempts = 0 } };
        using HttpResponseMessage first = await bench.GetAsync();

        using HttpResponseMessage second = await bench.GetAsync();

        second.GetVendorResult().IsSuccess.Should().BeTrue();
        bench.Time.Waits.Should().Equal(TimeSpan.FromSeconds(10));
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_ClampingClientWasLetThrough_OthersOfTheAccountStillKeepTheVendorsWait()
    {
        var time = new FakeTime();
        using var states = new VendorStates(time);
        using var clamps = new Bench(FrozenVendors.Pbx, Bodies.Busy(retryAfter: 600), Bodies.Ok) { Time = time, States = states, Options = { MaxWait = TimeSpan.FromSeconds(10), ClampWait = true } };
        using var obeys = new Bench(FrozenVendors.Pbx, Bodies.Ok) { Time = time, States = states };
        using HttpResponseMessage first = await clamps.GetAsync();
        first.GetVendorResult().IsSuccess.Should().BeTrue();

        VendorErrorException thrown = (await FluentActions.Awaiting(() => obeys.GetAsync()).Should().ThrowAsync<VendorErrorException>()).Which;

        thrown.NotBefore.Should().Be(time.GetUtcNow().AddSeconds(590));
        obeys.Fake.Requests.Should().BeEmpty();
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_AnotherClientIsRefused_TheClampingOneWaitsAsLongAsItsCap()
    {
        var time = new FakeTime();
        using var states = new VendorStates(time);
        using var clamps = new Bench(FrozenVendors.Pbx, Bodies.Ok) { Time = time, States = states, Options = { MaxWait = TimeSpan.FromSeconds(10), ClampWait = true } };
        using var obeys = new Bench(FrozenVendors.Pbx, Bodies.Busy(retryAfter: 600)) { Time = time, States = states };
        using (HttpResponseMessage open = await clamps.GetAsync())
        {
            open.GetVendorResult().IsSuccess.Should().BeTrue();
        }

        using HttpResponseMessage refused = await obeys.GetAsync();
        using HttpResponseMessage response = await clamps.GetAsync();

        response.GetVendorResult().IsSuccess.Should().BeTrue();
        time.Waits.Should().Equal(TimeSpan.FromSeconds(10));
    }
}
