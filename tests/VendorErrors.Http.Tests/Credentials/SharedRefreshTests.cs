using Microsoft.Extensions.DependencyInjection;
using VendorErrors.Http.Credentials;

namespace VendorErrors.Http.Tests.Credentials;

/// <summary>Requests and clients that need a new credential at the same time.</summary>
public class SharedRefreshTests
{
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
}
