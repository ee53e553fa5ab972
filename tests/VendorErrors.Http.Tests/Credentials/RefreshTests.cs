using Microsoft.Extensions.DependencyInjection;
using VendorErrors.Http.Credentials;

namespace VendorErrors.Http.Tests.Credentials;

public class RefreshTests
{
    [Fact(Timeout = 10_000)]
    public async Task Get_Expired_RefreshesAndReplaysWithTheNewCredential()
    {
        var refresher = new FakeRefresher();
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Expired, Bodies.Ok) { Refresher = refresher };
        bench.Options.Authorize = request => request.Headers.Authorization = new("Bearer", refresher.Token);

        using HttpResponseMessage response = await bench.GetAsync();

        response.GetVendorResult().IsSuccess.Should().BeTrue();
        bench.Fake.Requests.Select(request => request.Headers["Authorization"]).Should().Equal("Bearer token-0", "Bearer token-1");
        bench.Fake.Responses[0].IsDisposed.Should().BeTrue();
        bench.Time.Waits.Should().BeEmpty();
    }

    [Fact(Timeout = 10_000)]
    public async Task Post_Expired_IsReplayed_BecauseNothingWasDone()
    {
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Expired, Bodies.Ok) { Refresher = new FakeRefresher() };

        using HttpResponseMessage response = await bench.PostAsync();

        response.GetVendorResult().IsSuccess.Should().BeTrue();
        bench.Fake.Executed.Should().Be(1);
    }

    [Fact(Timeout = 10_000)]
    public async Task Post_ExpiredTokenInTheQuery_IsReplayedWithTheNewOne()
    {
        var refresher = new FakeRefresher();
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Expired, Bodies.Ok) { Refresher = refresher };
        bench.Options.Authorize = request => request.RequestUri = new UriBuilder(request.RequestUri!) { Query = $"access_token={refresher.Token}" }.Uri;

        using HttpResponseMessage response = await bench.PostAsync();

        response.GetVendorResult().IsSuccess.Should().BeTrue("another query is no redirect");
        bench.Fake.Requests.Select(request => new Uri(request.Address).Query).Should().Equal("?access_token=token-0", "?access_token=token-1");
    }

    [Fact(Timeout = 10_000)]
    public async Task Post_ExpiredTokenAppendedByAHandlerInside_IsReplayedFromTheFirstAddress()
    {
        var refresher = new FakeRefresher();
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Expired, Bodies.Ok) { Refresher = refresher };
        VendorErrorHandler handler = bench.CreateHandler();
        handler.InnerHandler = new AppendingHandler(() => refresher.Token) { InnerHandler = bench.Fake };
        using var client = new HttpClient(handler) { BaseAddress = new Uri("http://vendor.test/openapi/v1.0/"), Timeout = Timeout.InfiniteTimeSpan };

        using HttpResponseMessage response = await client.PostAsync(new Uri("call/dial", UriKind.Relative), new StringContent("{}"), TestContext.Current.CancellationToken);

        response.GetVendorResult().IsSuccess.Should().BeTrue();
        bench.Fake.Requests.Select(request => new Uri(request.Address).Query).Should().Equal("?access_token=token-0", "?access_token=token-1");
    }

    private sealed class AppendingHandler(Func<string> token) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = new Uri($"{request.RequestUri}{(request.RequestUri!.Query.Length == 0 ? "?" : "&")}access_token={token()}");
            return base.SendAsync(request, cancellationToken);
        }
    }

    [Fact(Timeout = 20_000)]
    public async Task Get_TwentyAtOnce_RefreshOnce()
    {
        var time = new FakeTime();
        var refresher = new FakeRefresher(async _ =>
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
            return true;
        });
        var token = "old";
        var arrived = 0;
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var fake = new FakeVendor(time)
        {
            Chooses = request => request.Headers["Authorization"] == "Bearer old" ? Bodies.Expired : Bodies.Ok,
            Gate = () =>
            {
                if (Interlocked.Increment(ref arrived) == 20)
                {
                    all.SetResult();
                }

                return all.Task;
            },
        };
        using var bench = new Bench(FrozenVendors.Pbx) { Time = time, Fake = fake, Refresher = refresher, Options = { RetryBudgetReserve = 100 } };
        bench.Options.Authorize = request => request.Headers.Authorization = new("Bearer", refresher.Version == 0 ? token : refresher.Token);

        HttpResponseMessage[] responses = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => bench.GetAsync()));

        refresher.Calls.Should().Be(1);
        responses.Should().OnlyContain(response => response.GetVendorResult().IsSuccess);
        fake.Requests.Should().HaveCount(40);
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_SentWithAnOlderVersion_ReplaysWithoutARefresh()
    {
        var time = new FakeTime();
        var slow = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var refresher = new FakeRefresher();
        var fake = new FakeVendor(time)
        {
            Chooses = request => request.Headers["Authorization"] == "Bearer token-0" ? Bodies.Expired : Bodies.Ok,
        };
        var first = true;
        using var gated = new Bench(FrozenVendors.Pbx)
        {
            Time = time,
            Refresher = refresher,
            Fake = new FakeVendor(time)
            {
                Chooses = fake.Chooses,
                Gate = () =>
                {
                    bool waits = first;
                    first = false;
                    return waits ? slow.Task : Task.CompletedTask;
                },
            },
        };
        gated.Options.Authorize = request => request.Headers.Authorization = new("Bearer", refresher.Token);
        Task<HttpResponseMessage> late = gated.GetAsync();
        await Eventually.TrueAsync(() => gated.Fake.Requests.Count == 1);
        using HttpResponseMessage quick = await gated.GetAsync();

        slow.SetResult();
        using HttpResponseMessage response = await late;

        response.GetVendorResult().IsSuccess.Should().BeTrue();
        refresher.Calls.Should().Be(1);
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_ExpiredAgainLater_RefreshesAgain()
    {
        var refresher = new FakeRefresher();
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Expired, Bodies.Ok, Bodies.Expired, Bodies.Ok) { Refresher = refresher };

        using HttpResponseMessage first = await bench.GetAsync();
        using HttpResponseMessage second = await bench.GetAsync();

        second.GetVendorResult().IsSuccess.Should().BeTrue();
        refresher.Calls.Should().Be(2);
    }

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

    [Theory(Timeout = 10_000)]
    [InlineData(-1, "get_token")]
    [InlineData(60002, "get_token")]
    [InlineData(70004, "extension/list")]
    [InlineData(60002, "extension/list")]
    [InlineData(10004, "refresh_token")]
    public async Task Post_CodeThatARefreshCannotHelp_IsReturned(int code, string path)
    {
        var refresher = new FakeRefresher();
        using var bench = new Bench(FrozenVendors.Pbx, Answer.Json($$"""{"errcode":{{code}},"errmsg":"X"}""")) { Refresher = refresher };

        using HttpResponseMessage response = await bench.PostAsync(path);

        refresher.Calls.Should().Be(0);
        bench.Fake.Requests.Should().ContainSingle();
        response.GetVendorDecision().StopReason.Should().Be(StopReason.NotRetryable);
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_NoRefresher_ReturnsTheAnswer()
    {
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Expired);

        using HttpResponseMessage response = await bench.GetAsync();

        response.GetVendorDecision().StopReason.Should().Be(StopReason.CredentialNotRefreshed);
        bench.Fake.Requests.Should().ContainSingle();
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_CancelledWhileOthersRefresh_LeaksNoResponse()
    {
        var refresher = new FakeRefresher(async _ =>
        {
            await Task.Delay(2000, TestContext.Current.CancellationToken);
            return true;
        });
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Expired) { Refresher = refresher };
        using var cancellation = new CancellationTokenSource();
        Task<HttpResponseMessage> sending = bench.GetAsync(token: cancellation.Token);
        await Eventually.TrueAsync(() => refresher.Calls == 1);

        await cancellation.CancelAsync();

        await sending.Invoking(task => task).Should().ThrowAsync<OperationCanceledException>();
        bench.Fake.Responses.Should().OnlyContain(response => response.IsDisposed);
    }

    [Theory(Timeout = 10_000)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Get_ThreeClientsOfOneRefresher_SignInOnce(bool isOfOneContainer)
    {
        var refresher = new FakeRefresher(async _ =>
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
            return true;
        });
        HttpClient[] clients = isOfOneContainer ? ThreeOfOneContainer(refresher) : [.. Enumerable.Range(0, 3).Select(_ => ClientOf(refresher))];

        for (var expiry = 1; expiry <= 3; expiry++)
        {
            await Task.WhenAll(clients.Select(client => client.GetAsync(new Uri("http://vendor.test/x"), TestContext.Current.CancellationToken)));

            refresher.Calls.Should().Be(expiry, "three clients share the credential");
        }
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_ClientsOfDifferentRefreshers_RefreshApart()
    {
        var one = new FakeRefresher();
        var two = new FakeRefresher();
        using HttpClient first = ClientOf(one);
        using HttpClient second = ClientOf(two);

        using HttpResponseMessage a = await first.GetAsync(new Uri("http://vendor.test/x"), TestContext.Current.CancellationToken);
        using HttpResponseMessage b = await second.GetAsync(new Uri("http://vendor.test/x"), TestContext.Current.CancellationToken);

        (one.Calls, two.Calls).Should().Be((1, 1));
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

    // Each client's vendor says in turn that the token timed out, and then does what is asked.
    private static HttpClient ClientOf(ICredentialRefresher refresher) =>
        new(new VendorErrorHandler(FrozenVendors.Pbx, refresher: refresher) { InnerHandler = Alternating() });

    private static HttpClient[] ThreeOfOneContainer(FakeRefresher refresher)
    {
        var services = new ServiceCollection();
        foreach (string name in (string[])["calls", "queues", "recordings"])
        {
            services.AddHttpClient(name).AddVendorErrors(FrozenVendors.Pbx).AddCredentialRefresher(_ => refresher).ConfigurePrimaryHttpMessageHandler(Alternating);
        }

        IHttpClientFactory factory = services.BuildServiceProvider().GetRequiredService<IHttpClientFactory>();
        return [factory.CreateClient("calls"), factory.CreateClient("queues"), factory.CreateClient("recordings")];
    }

    private static FakeVendor Alternating()
    {
        var count = 0;
        return new FakeVendor(TimeProvider.System) { Chooses = _ => Interlocked.Increment(ref count) % 2 == 1 ? Bodies.Expired : Bodies.Ok };
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_NoRetriesAllowed_IsRefreshedAllTheSame()
    {
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Expired, Bodies.Ok) { Refresher = new FakeRefresher(), Options = { MaxRetryAttempts = 0 } };

        using HttpResponseMessage response = await bench.GetAsync();

        response.GetVendorResult().IsSuccess.Should().BeTrue();
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_RetriesUsedUpBeforeTheTokenTimedOut_IsRefreshedAllTheSame()
    {
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Down(), Bodies.Down(), Bodies.Down(), Bodies.Expired, Bodies.Ok) { Refresher = new FakeRefresher() };

        using HttpResponseMessage response = await bench.GetAsync();

        response.GetVendorResult().IsSuccess.Should().BeTrue();
        bench.Fake.Requests.Should().HaveCount(5);
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_BudgetIsEmpty_IsRefreshedAllTheSame()
    {
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Down(), Bodies.Down(), Bodies.Expired, Bodies.Ok)
        {
            Refresher = new FakeRefresher(),
            Options = { RetryBudgetRatio = 0, RetryBudgetReserve = 1 },
        };
        using HttpResponseMessage spent = await bench.GetAsync();
        spent.GetVendorDecision().StopReason.Should().Be(StopReason.BudgetExhausted);

        using HttpResponseMessage response = await bench.GetAsync();

        response.GetVendorResult().IsSuccess.Should().BeTrue();
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
