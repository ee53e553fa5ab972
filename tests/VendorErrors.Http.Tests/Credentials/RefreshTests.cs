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
}
