using Microsoft.Extensions.DependencyInjection;
using VendorErrors.Http.Credentials;

namespace VendorErrors.Http.Tests.Credentials;

/// <summary>A refresh that fails, comes late or never comes back.</summary>
public class RefreshFailureTests
{
    [Fact(Timeout = 10_000)]
    public async Task Get_StillExpiredAfterTheRefresh_StopsAndIsReadable()
    {
        var refresher = new FakeRefresher();
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Expired) { Refresher = refresher };

        using HttpResponseMessage response = await bench.GetAsync();

        refresher.Calls.Should().Be(1);
        bench.Fake.Requests.Should().HaveCount(2);
        response.GetVendorDecision().StopReason.Should().Be(StopReason.AlreadyRefreshed);
        (await response.TextAsync()).Should().Be(Bodies.YeastarExpired);
    }

    [Theory(Timeout = 10_000)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Get_RefreshFails_ReturnsTheVendorsAnswer(bool throws)
    {
        var refresher = new FakeRefresher(_ => throws ? throw new InvalidOperationException("secret-token") : new ValueTask<bool>(false));
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Expired) { Refresher = refresher };

        using HttpResponseMessage response = await bench.GetAsync();

        response.GetVendorDecision().StopReason.Should().Be(StopReason.CredentialNotRefreshed);
        (await response.TextAsync()).Should().Be(Bodies.YeastarExpired);
        bench.Logger.All.Should().NotContain("secret-token");
    }

    [Theory(Timeout = 10_000)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Get_RefreshIsSlow_ReturnsTheVendorsAnswerAfterTheTimeout(bool listens)
    {
        var refresher = new FakeRefresher(async token =>
        {
            await Task.Delay(Timeout.Infinite, listens ? token : TestContext.Current.CancellationToken);
            return true;
        });
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Expired) { Refresher = refresher, Time = new FakeTime { IsManual = true } };
        Task<HttpResponseMessage> sending = bench.GetAsync();
        await Eventually.TrueAsync(() => refresher.Calls == 1);

        bench.Time.Advance(TimeSpan.FromSeconds(VendorErrorOptions.DefaultRefreshTimeoutSeconds + 1));

        using HttpResponseMessage response = await sending;
        response.GetVendorDecision().StopReason.Should().Be(StopReason.CredentialNotRefreshed);
        (await response.TextAsync()).Should().Be(Bodies.YeastarExpired);
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_RefreshFailedJustNow_IsNotTriedAgainForAWhile()
    {
        var refresher = new FakeRefresher(_ => new ValueTask<bool>(false));
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Expired) { Refresher = refresher };
        using HttpResponseMessage first = await bench.GetAsync();
        using HttpResponseMessage second = await bench.GetAsync();
        refresher.Calls.Should().Be(1);

        bench.Time.Advance(TimeSpan.FromSeconds(31));
        using HttpResponseMessage third = await bench.GetAsync();

        refresher.Calls.Should().Be(2);
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_RefreshFailedByAnotherClock_IsTriedAtOnce()
    {
        var refresher = new FakeRefresher(_ => new ValueTask<bool>(false));
        using var one = new Bench(FrozenVendors.Pbx, Bodies.Expired) { Refresher = refresher };
        using var two = new Bench(FrozenVendors.Pbx, Bodies.Expired) { Refresher = refresher };
        using HttpResponseMessage first = await one.GetAsync();

        using HttpResponseMessage second = await two.GetAsync();

        refresher.Calls.Should().Be(2, "two clocks cannot say how long ago it was");
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_RefresherBlocksItsThread_ReturnsTheVendorsAnswerAfterTheTimeout()
    {
        using var released = new ManualResetEventSlim();
        using var begun = new ManualResetEventSlim();
        var refresher = new FakeRefresher(_ =>
        {
            begun.Set();
            released.Wait(TestContext.Current.CancellationToken);
            return new ValueTask<bool>(true);
        });
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Expired) { Refresher = refresher, Time = new FakeTime { IsManual = true } };
        Task<HttpResponseMessage> sending = bench.GetAsync();
        await Eventually.TrueAsync(() => begun.IsSet);

        bench.Time.Advance(TimeSpan.FromSeconds(VendorErrorOptions.DefaultRefreshTimeoutSeconds + 1));

        using HttpResponseMessage response = await sending;
        response.GetVendorDecision().StopReason.Should().Be(StopReason.CredentialNotRefreshed);
        released.Set();
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_RefresherComesBackLate_ItsCredentialCounts()
    {
        var late = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        var refresher = new FakeRefresher(_ => new ValueTask<bool>(late.Task));
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Expired, Bodies.Expired, Bodies.Ok) { Refresher = refresher, Time = new FakeTime { IsManual = true } };
        Task<HttpResponseMessage> sending = bench.GetAsync();
        await Eventually.TrueAsync(() => refresher.Calls == 1);
        bench.Time.Advance(TimeSpan.FromSeconds(VendorErrorOptions.DefaultRefreshTimeoutSeconds + 1));
        using HttpResponseMessage first = await sending;
        refresher.Version.Should().Be(0);

        late.SetResult(true);

        await Eventually.TrueAsync(() => refresher.Version == 1);
        refresher.Calls.Should().Be(1);
    }

    [Fact(Timeout = 10_000)]
    public async Task Refresh_OneIsStillOut_TheNextWaitsTwiceAsLong()
    {
        var time = new FakeTime { IsManual = true };
        var refresher = new FakeRefresher(_ => new ValueTask<bool>(new TaskCompletionSource<bool>().Task));
        CredentialGate gate = CredentialGate.Of(refresher);
        var run = new RefreshRun(refresher, time, TimeSpan.FromSeconds(1), (_, _) => { });
        Task first = gate.RefreshAsync(0, run);
        await Eventually.TrueAsync(() => refresher.Calls == 1);
        time.Advance(TimeSpan.FromSeconds(1));
        await first;

        time.Advance(CredentialGate.FailurePause + TimeSpan.FromSeconds(1));
        await gate.RefreshAsync(0, run);
        refresher.Calls.Should().Be(1);

        time.Advance(CredentialGate.FailurePause);
        Task second = gate.RefreshAsync(0, run);
        await Eventually.TrueAsync(() => refresher.Calls == 2);
        time.Advance(TimeSpan.FromSeconds(1));
        await second;
        refresher.Version.Should().Be(0);
    }

    [Fact(Timeout = 10_000)]
    public async Task Result_RefresherThatGoesBackToItsContext_DoesNotDeadlock()
    {
        using var context = new SingleThreadContext();
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Expired, Bodies.Ok)
        {
            Refresher = new FakeRefresher(async _ =>
            {
                await Task.Yield();
                return true;
            }),
        };
        HttpClient client = bench.Client;

#pragma warning disable xUnit1031, MA0042, CA1849 // What is tested.
        await context.RunAsync(() => client.GetAsync(new Uri("thing", UriKind.Relative)).Result.Dispose());
#pragma warning restore xUnit1031, MA0042, CA1849

        bench.Fake.Requests.Should().HaveCount(2);
    }

    [Fact]
    public void Send_OnAContextThatIsBlocked_DoesNotDeadlock()
    {
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Expired, Bodies.Ok) { Refresher = new FakeRefresher() };
        var thread = new Thread(() =>
        {
            SynchronizationContext.SetSynchronizationContext(new DeafContext());
            using HttpResponseMessage response = bench.Client.Send(new HttpRequestMessage(HttpMethod.Get, "thing"), TestContext.Current.CancellationToken);
        })
        { IsBackground = true };

        thread.Start();

        thread.Join(Eventually.Patience).Should().BeTrue("a user interface that calls Send blocks its own context");
    }
}
