using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using VendorErrors.Http.Cooldowns;
using VendorErrors.Http.Retries;

namespace VendorErrors.Http.Tests.Cooldowns;

public class BackplaneTests
{
    [Fact(Timeout = 10_000)]
    public async Task Get_RateLimitInOneContainer_HoldsBackTheOther()
    {
        var time = new FakeTime();
        var backplane = new FakeBackplane();
        using ServiceProvider one = Container(backplane, time, Bodies.Busy(retryAfter: 30));
        var vendor = new FakeVendor(time, Bodies.Ok);
        using ServiceProvider two = Container(backplane, time, vendor);
        HttpClient second = ClientOf(two);
        await Eventually.TrueAsync(() => backplane.Listeners == 1);
        using HttpResponseMessage refused = await ClientOf(one).GetAsync(new Uri("http://vendor.test/x"), TestContext.Current.CancellationToken);
        await Eventually.TrueAsync(() => backplane.Published.Count > 0);
        await Eventually.TrueAsync(() => two.GetRequiredService<VendorStates>().LeftOf(Bench.YeastarAccount) is not null);
        long asked = time.GetTimestamp();

        using HttpResponseMessage response = await second.GetAsync(new Uri("http://vendor.test/x"), TestContext.Current.CancellationToken);

        response.GetVendorResult().IsSuccess.Should().BeTrue();
        backplane.Published.Should().Equal((Bench.YeastarAccount, TimeSpan.FromSeconds(30)));
        time.GetElapsedTime(asked).Should().BeGreaterThanOrEqualTo(TimeSpan.FromSeconds(30)).And.BeLessThanOrEqualTo(TimeSpan.FromSeconds(31.5), "it waits a little longer than it has to, so that a fleet does not begin at once");
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_ClocksOfTheMachinesDisagree_LengthsCount()
    {
        var backplane = new FakeBackplane();
        var time = new FakeTime();
        using var here = new VendorStates(time, backplane, random: () => 0);
        await Eventually.TrueAsync(() => backplane.Listeners == 1);
        time.WasSetBy = TimeSpan.FromDays(-3);

        backplane.Tell(Bench.YeastarAccount, TimeSpan.FromSeconds(20));

        here.LeftOf(Bench.YeastarAccount).Should().Be(TimeSpan.FromSeconds(20));
    }

    [Theory(Timeout = 10_000)]
    [InlineData(-1, null)]
    [InlineData(0, null)]
    [InlineData(7, 7)]
    [InlineData(100_000, 3600)]
    [InlineData(double.MaxValue, 3600)]
    public async Task Hear_AnyLength_IsCutToTheLongestCooldown(double seconds, int? left)
    {
        var backplane = new FakeBackplane();
        using var states = new VendorStates(new FakeTime(), backplane, random: () => 1);
        var options = new VendorErrorOptions();
        var gate = new CooldownGate(FrozenVendors.Pbx, options, options.Account, states.Of(FrozenVendors.Pbx, options), states.Time, NullLogger.Instance);
        await Eventually.TrueAsync(() => backplane.Listeners == 1);

        backplane.Tell(null!, TimeSpan.FromSeconds(1));
        backplane.Tell(new string('x', 100_000), TimeSpan.FromSeconds(1));
        backplane.Tell("yeastar-p-series:another", TimeSpan.FromSeconds(500));
        backplane.Tell(Bench.YeastarAccount, seconds > 1e9 ? TimeSpan.MaxValue : TimeSpan.FromSeconds(seconds));

        gate.Left.Should().Be(left is { } value ? TimeSpan.FromSeconds(value) : null);
    }

    [Fact(Timeout = 10_000)]
    public async Task Hear_OneThatNobodyUsesYet_HoldsBackTheClientThatComesLater()
    {
        var backplane = new FakeBackplane();
        using var states = new VendorStates(new FakeTime(), backplane, random: () => 0);
        await Eventually.TrueAsync(() => backplane.Listeners == 1);
        backplane.Tell(Bench.YeastarAccount, TimeSpan.FromSeconds(9));

        var options = new VendorErrorOptions();
        var gate = new CooldownGate(FrozenVendors.Pbx, options, options.Account, states.Of(FrozenVendors.Pbx, options), states.Time, NullLogger.Instance);

        gate.IsKnownOpen.Should().BeFalse();
        gate.Left.Should().Be(TimeSpan.FromSeconds(9));
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_BackplaneThrows_OneLineForTheOutage()
    {
        var logger = new FakeLogger();
        var backplane = new FakeBackplane { OnPublish = _ => throw new InvalidOperationException("host=redis,password=secret") };
        using var states = new VendorStates(new FakeTime(), backplane, logger, () => 0);

        for (var i = 1; i <= 3; i++)
        {
            int count = i;
            states.Publish("a:", TimeSpan.FromSeconds(i));
            await Eventually.TrueAsync(() => backplane.Published.Count == count);
        }

        await Eventually.TrueAsync(() => logger.Lines.Count == 1);
        logger.Lines.Should().ContainSingle().Which.Id.Should().Be(6);
        logger.All.Should().NotContain("secret");

        // It is back, and away again: that is another outage.
        backplane.OnPublish = null;
        states.Publish("a:", TimeSpan.FromSeconds(10));
        await Eventually.TrueAsync(() => backplane.Published.Count == 4);
        backplane.OnPublish = _ => throw new InvalidOperationException();
        states.Publish("a:", TimeSpan.FromSeconds(20));
        await Eventually.TrueAsync(() => logger.Lines.Count == 2);
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_BackplaneHangsAndIgnoresItsToken_NoCallIsSlower()
    {
        using var released = new ManualResetEventSlim();
        var logger = new FakeLogger();
        var time = new FakeTime { IsManual = true };
        var backplane = new FakeBackplane
        {
            OnPublish = _ =>
            {
                released.Wait(TestContext.Current.CancellationToken);
                return Task.CompletedTask;
            },
        };
        using var states = new VendorStates(time, backplane, logger);
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Busy(retryAfter: 30)) { Time = time, States = states, Options = { MaxRetryAttempts = 0, Account = "a" } };
        using var other = new Bench(FrozenVendors.Pbx, Bodies.Busy(retryAfter: 30)) { Time = time, States = states, Options = { MaxRetryAttempts = 0, Account = "b" } };

        using HttpResponseMessage first = await bench.GetAsync();
        await Eventually.TrueAsync(() => backplane.Published.Count == 1);
        using HttpResponseMessage second = await other.GetAsync();
        time.Advance(BackplaneLink.Patience);

        await Eventually.TrueAsync(() => logger.Lines.Any(line => line.Id == 6));
        backplane.Published.Should().ContainSingle("one that hangs is not called again before it is back");
        released.Set();
        await Eventually.TrueAsync(() => backplane.Published.Count == 2);
    }

    [Fact(Timeout = 10_000)]
    public async Task Subscribe_Throws_IsTriedAgainWithTheNextCooldown()
    {
        var logger = new FakeLogger();
        var backplane = new FakeBackplane { OnSubscribe = () => throw new InvalidOperationException() };
        using var states = new VendorStates(new FakeTime(), backplane, logger);
        await Eventually.TrueAsync(() => logger.Lines.Count == 1);
        backplane.OnSubscribe = null;

        // The line comes a moment before the attempt has ended, so the first cooldown may be too early.
        await Eventually.TrueAsync(() =>
        {
            states.Publish("a:", TimeSpan.FromSeconds(1));
            return backplane.Listeners == 1;
        });
    }

    [Trait("Category", "Slow")]
    [Fact(Timeout = 30_000)]
    public async Task Hear_AFloodOfOthersAccounts_IsHeldInBoundedMemoryAndNoCallWaits()
    {
        var backplane = new FakeBackplane();
        using var states = new VendorStates(new FakeTime(), backplane, random: () => 0);
        await Eventually.TrueAsync(() => backplane.Listeners == 1);

        for (var i = 0; i < 200_000; i++)
        {
            backplane.Tell($"yeastar-p-series:{i}", TimeSpan.FromSeconds(1000 + i));
        }

        states.EndCount.Should().BeLessThanOrEqualTo(VendorStates.MaxEnds);
        states.Count.Should().Be(0);
        states.LeftOf("yeastar-p-series:199999").Should().NotBeNull("those that end last are kept");
    }

    [Fact(Timeout = 10_000)]
    public async Task Publish_MoreThanThereIsRoomFor_TheLongestOnesAreKept()
    {
        var wait = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var backplane = new FakeBackplane { OnPublish = _ => wait.Task };
        using var states = new VendorStates(new FakeTime(), backplane);
        states.Publish("first:", TimeSpan.FromSeconds(1));
        await Eventually.TrueAsync(() => backplane.Published.Count == 1);

        for (var i = 0; i < 10_000; i++)
        {
            states.Publish($"a:{i}", TimeSpan.FromSeconds(10 + i));
        }

        wait.SetResult();
        await Eventually.TrueAsync(() => backplane.Published.Any(one => one.Account == "a:9999"));
        await Task.Delay(50, TestContext.Current.CancellationToken);
        backplane.Published.Count.Should().BeLessThanOrEqualTo(1 + BackplaneLink.MaxPending);
    }

    [Fact(Timeout = 10_000)]
    public async Task Result_BackplaneThatGoesBackToItsContext_DoesNotDeadlock()
    {
        using var context = new SingleThreadContext();
        var asked = new TaskCompletionSource<SynchronizationContext?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var backplane = new FakeBackplane
        {
            OnPublish = async _ =>
            {
                asked.TrySetResult(SynchronizationContext.Current);
                await Task.Yield();
            },
        };
        var time = new FakeTime();
        VendorStates? states = null;
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Busy(retryAfter: 2)) { Time = time, States = states = new VendorStates(time, backplane), Options = { MaxRetryAttempts = 0 } };
        HttpClient client = bench.Client;

#pragma warning disable xUnit1031, MA0042, CA1849 // What is tested.
        await context.RunAsync(() => client.GetAsync(new Uri("thing", UriKind.Relative)).Result.Dispose());
        await asked.Task.WaitAsync(Eventually.Patience, TestContext.Current.CancellationToken);
        await context.RunAsync(states.Dispose);
#pragma warning restore xUnit1031, MA0042, CA1849

        (await asked.Task).Should().BeNull("foreign code runs off the context");
        bench.Fake.Requests.Should().ContainSingle();
    }

    [Fact(Timeout = 10_000)]
    public async Task Dispose_OfTheContainer_EndsTheSubscription()
    {
        var backplane = new FakeBackplane();
        ServiceProvider provider = Container(backplane, new FakeTime(), Bodies.Ok);
        using HttpResponseMessage response = await ClientOf(provider).GetAsync(new Uri("http://vendor.test/x"), TestContext.Current.CancellationToken);
        await Eventually.TrueAsync(() => backplane.Listeners == 1);

        await provider.DisposeAsync();

        backplane.Listeners.Should().Be(0);
    }

    private static HttpClient ClientOf(ServiceProvider provider) => provider.GetRequiredService<IHttpClientFactory>().CreateClient("pbx");

    private static ServiceProvider Container(FakeBackplane backplane, FakeTime time, Answer answer) => Container(backplane, time, new FakeVendor(time, answer));

    private static ServiceProvider Container(FakeBackplane backplane, FakeTime time, FakeVendor vendor)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(time);
        services.AddSingleton<ICooldownBackplane>(backplane);
        services.AddHttpClient("pbx").AddVendorErrors(FrozenVendors.Pbx, options => options.MaxRetryAttempts = 0).AddCredentialRefresher(_ => new FakeRefresher()).ConfigurePrimaryHttpMessageHandler(() => vendor);
        return services.BuildServiceProvider();
    }
}
