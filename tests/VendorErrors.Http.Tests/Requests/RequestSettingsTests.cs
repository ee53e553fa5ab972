using VendorErrors.Http.Retries;

namespace VendorErrors.Http.Tests.Requests;

/// <summary>What a caller says about one request counts in place of the client's options: many tenants on one client.</summary>
public class RequestSettingsTests
{
    [Theory(Timeout = 10_000)]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(5, 6)]
    public async Task MaxRetryAttempts_CountsForThisRequest(int most, int attempts)
    {
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Down()) { Options = { TotalTimeout = null } };
        HttpRequestMessage request = Get();
        request.SetVendorMaxRetryAttempts(most);

        using HttpResponseMessage response = await bench.SendAsync(request);
        bench.Fake.Requests.Should().HaveCount(attempts);
        using HttpResponseMessage other = await bench.GetAsync();

        response.GetVendorDecision().StopReason.Should().Be(StopReason.MaxRetriesReached);
        bench.Fake.Requests.Should().HaveCount(attempts + 4, "the others have the client's 3 retries");
    }

    [Theory(Timeout = 10_000)]
    [InlineData(5, true)]
    [InlineData(60, false)]
    [InlineData(-1, false)]
    public async Task TotalTimeout_CountsForThisRequest(int seconds, bool isRefused)
    {
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Busy(retryAfter: 30), Bodies.Ok) { Options = { TotalTimeout = TimeSpan.FromSeconds(seconds < 0 ? 20 : 40) } };
        HttpRequestMessage request = Get();
        request.SetVendorTotalTimeout(seconds < 0 ? Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(seconds));

        using HttpResponseMessage response = await bench.SendAsync(request);

        response.GetVendorDecision().StopReason.Should().Be(isRefused ? StopReason.WaitBeyondDeadline : StopReason.None);
    }

    [Fact(Timeout = 10_000)]
    public async Task TotalTimeout_RunsOut_IsNamedInTheException()
    {
        using var bench = new Bench(FrozenVendors.Pbx, new Answer { Hangs = true }) { Time = new FakeTime { IsManual = true } };
        HttpRequestMessage request = Get();
        request.SetVendorTotalTimeout(TimeSpan.FromSeconds(7));
        Task<HttpResponseMessage> sending = bench.SendAsync(request);
        await Eventually.TrueAsync(() => bench.Fake.Requests.Count == 1);

        bench.Time.Advance(TimeSpan.FromSeconds(7));

        (await sending.Awaiting(task => task).Should().ThrowAsync<TaskCanceledException>()).WithMessage("*00:00:07, its TotalTimeout*");
    }

    [Fact(Timeout = 10_000)]
    public async Task Account_TwoTenants_DoNotShareTheCooldown()
    {
        using var bench = new Bench(FrozenVendors.Pbx)
        {
            Options = { Cooldown = CooldownMode.FailFast, MaxRetryAttempts = 0 },
            Fake = new FakeVendor(TimeProvider.System) { Chooses = seen => seen.Address.EndsWith("busy", StringComparison.Ordinal) ? Bodies.Busy(retryAfter: 30) : Bodies.Ok },
        };

        using HttpResponseMessage busy = await bench.SendAsync(Of("one", "busy"));
        using HttpResponseMessage other = await bench.SendAsync(Of("two"));
        using HttpResponseMessage clients = await bench.GetAsync();

        (other.GetVendorResult().IsSuccess, clients.GetVendorResult().IsSuccess).Should().Be((true, true));
        await bench.Awaiting(b => b.SendAsync(Of("one"))).Should().ThrowAsync<VendorErrorException>();
        bench.Logger.All.Should().Contain("the account one cools down");
    }

    [Fact(Timeout = 10_000)]
    public async Task Account_OfARequestAndOfAnotherClient_IsTheSame()
    {
        var time = new FakeTime();
        using var states = new VendorStates(time);
        using var many = new Bench(FrozenVendors.Pbx, Bodies.Busy(retryAfter: 30)) { Time = time, States = states, Options = { MaxRetryAttempts = 0 } };
        using var own = new Bench(FrozenVendors.Pbx, Bodies.Ok) { Time = time, States = states, Options = { Account = "one", Cooldown = CooldownMode.FailFast } };

        using HttpResponseMessage busy = await many.SendAsync(Of("one"));

        await own.Awaiting(b => b.GetAsync()).Should().ThrowAsync<VendorErrorException>();
    }

    [Fact(Timeout = 10_000)]
    public async Task Account_TwoTenants_ShareTheClientsBudget()
    {
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Down()) { Options = { RetryBudgetRatio = 0, RetryBudgetReserve = 1 } };

        using HttpResponseMessage first = await bench.SendAsync(Of("one"));
        using HttpResponseMessage second = await bench.SendAsync(Of("two"));

        bench.Fake.Requests.Should().HaveCount(3, "the one retry of the client is spent: a vendor that fails, fails for all");
        second.GetVendorDecision().StopReason.Should().Be(StopReason.BudgetExhausted);
    }

    [Fact(Timeout = 10_000)]
    public async Task Credential_TwoTenants_HaveTheirOwnTokenAndRefresh()
    {
        var one = new BearerRefresher("one");
        var two = new BearerRefresher("two");
        using var bench = new Bench(FrozenVendors.Pbx)
        {
            Fake = new FakeVendor(TimeProvider.System) { Chooses = seen => seen.Headers["Authorization"] == "Bearer one-0" ? Bodies.Expired : Bodies.Ok },
        };

        using HttpResponseMessage first = await bench.SendAsync(With(one));
        using HttpResponseMessage second = await bench.SendAsync(With(two));

        bench.Fake.Requests.Select(request => request.Headers["Authorization"]).Should().Equal("Bearer one-0", "Bearer one-1", "Bearer two-0");
        (one.Version, two.Version).Should().Be((1, 0));
    }

    [Fact]
    public void Values_OutOfRange_AreRefused()
    {
        HttpRequestMessage request = Get();

        request.Invoking(r => r.SetVendorMaxRetryAttempts(-1)).Should().Throw<ArgumentException>().WithMessage("*from 0, for none, to 100*");
        request.Invoking(r => r.SetVendorMaxRetryAttempts(101)).Should().Throw<ArgumentException>();
        request.Invoking(r => r.SetVendorTotalTimeout(TimeSpan.Zero)).Should().Throw<ArgumentException>().WithMessage("*above zero and below a day*");
        request.Invoking(r => r.SetVendorTotalTimeout(TimeSpan.FromDays(20))).Should().Throw<ArgumentException>();
        request.Invoking(r => r.SetVendorAccount(" ")).Should().Throw<ArgumentException>().WithMessage("*from 1 to 256 characters*");
        request.Invoking(r => r.SetVendorAccount(new string('a', 257))).Should().Throw<ArgumentException>();
        request.Invoking(r => r.SetVendorCredential(null!)).Should().Throw<ArgumentException>();
    }

    [Theory(Timeout = 10_000)]
    [InlineData("POST", "calls", null, true)]
    [InlineData("PATCH", "calls", null, true)]
    [InlineData("GET", "calls", OperationSafety.NonIdempotentWrite, true)]
    [InlineData("GET", "calls", null, false)]
    [InlineData("HEAD", "calls", null, false)]
    [InlineData("PUT", "calls", null, false)]
    [InlineData("DELETE", "calls", null, false)]
    [InlineData("POST", "calls/search", null, false)]
    [InlineData("POST", "calls", OperationSafety.Read, false)]
    [InlineData("POST", "calls", OperationSafety.Idempotent, false)]
    public async Task IdempotencyKey_IsForNonIdempotentWritesAlone(string method, string path, OperationSafety? safety, bool isAdded)
    {
        var vendor = new Vendor("keyed", "Keyed", new VendorErrors.Definitions.VendorDefinition
        {
            IdempotencyKeyHeader = "X-Key",
            Operations = [new VendorErrors.Definitions.OperationRule("POST search", OperationSafety.Read)],
        });
        using var bench = new Bench(vendor, Answer.Json("{}")) { Options = { AddIdempotencyKey = true } };
        var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (safety is { } said)
        {
            request.SetVendorOperation(said);
        }

        using HttpResponseMessage response = await bench.SendAsync(request);

        bench.Fake.Requests.Should().ContainSingle().Which.Headers.ContainsKey("X-Key").Should().Be(isAdded);
    }

    [Fact]
    public void IdempotencyKey_OfAVendorOfTheLibrary_IsForNamedOperationsAlone() =>
        Vendor.All.Where(vendor => vendor.Definition.IdempotencyKeyHeader is not null)
            .Should().NotBeEmpty().And.OnlyContain(vendor => vendor.Definition.IdempotencyKeyOperations.Count > 0, "no document says it of all operations, and a key that is not honored repeats a write");

    private static HttpRequestMessage Get(string path = "thing/get") => new(HttpMethod.Get, path);

    private static HttpRequestMessage Of(string account, string path = "thing/get")
    {
        HttpRequestMessage request = Get(path);
        request.SetVendorAccount(account);
        return request;
    }

    private static HttpRequestMessage With(ICredentialRefresher credential)
    {
        HttpRequestMessage request = Get();
        request.SetVendorCredential(credential);
        return request;
    }
}
