using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Polly;
using VendorErrors.Definitions;
using VendorErrors.Http.Retries;

namespace VendorErrors.Http.Tests;

/// <summary>A handler that only observes says what it would have done, and changes nothing.</summary>
public class ObserveTests
{
    [Fact(Timeout = 10_000)]
    public async Task Down_Read_SaysThatItWouldBeRetried()
    {
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Down(retryAfter: 7)) { Options = { Mode = HandlerMode.Observe } };
        using var request = new HttpRequestMessage(HttpMethod.Get, "thing/get");

        using HttpResponseMessage response = await bench.SendAsync(request);

        response.GetVendorResult().Category.Should().Be(ErrorCategory.VendorUnavailable);
        response.GetVendorDecision().Action.Should().Be(RetryAction.Retry);
        response.GetVendorDecision().Wait.Should().Be(TimeSpan.FromSeconds(7));
        response.GetVendorAttempts().Should().ContainSingle();
        request.GetVendorResult().Category.Should().Be(ErrorCategory.VendorUnavailable, "clients that hide the response ask the request");
        bench.Logger.Lines.Should().ContainSingle().Which.Should().Be((12, "yeastar-p-series (no code) is vendor_unavailable, effect unknown; observed only, would be retried after 00:00:07 (GET /openapi/v1.0/***/***)"));
    }

    [Fact(Timeout = 10_000)]
    public async Task Down_Write_SaysWhyItWouldNotBeRetried()
    {
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Down()) { Options = { Mode = HandlerMode.Observe } };

        using HttpResponseMessage response = await bench.PostAsync();

        response.GetVendorDecision().StopReason.Should().Be(StopReason.EffectUnknown);
        bench.Logger.Lines.Should().ContainSingle().Which.Should().Be((14, "yeastar-p-series (no code) is vendor_unavailable, effect unknown; observed only, would not be retried: effect_unknown (POST /openapi/v1.0/call/dial)"));
    }

    [Theory(Timeout = 10_000)]
    [InlineData(HandlerMode.Active, HandlerMode.Observe)]
    [InlineData(HandlerMode.Observe, HandlerMode.Active)]
    [InlineData(HandlerMode.Observe, HandlerMode.Observe)]
    public async Task Busy_OneAccount_HoldsUpNobody(HandlerMode first, HandlerMode second)
    {
        var time = new FakeTime();
        var states = new VendorStates(time);
        using var busy = new Bench(FrozenVendors.Pbx, Bodies.Busy(retryAfter: 300)) { Time = time, States = states, Options = { Mode = first, MaxRetryAttempts = 0, Account = "one" } };
        using var other = new Bench(FrozenVendors.Pbx, Bodies.Ok) { Time = time, States = states, Options = { Mode = second, Account = "one" } };
        DateTimeOffset start = time.GetUtcNow();

        using HttpResponseMessage refused = await busy.GetAsync();
        using HttpResponseMessage answered = await other.GetAsync();
        using var own = new HttpRequestMessage(HttpMethod.Get, "thing/get");
        own.SetVendorAccount("one");
        using HttpResponseMessage named = await other.SendAsync(own);

        time.GetUtcNow().Should().Be(start);
        refused.GetVendorDecision().Wait.Should().Be(TimeSpan.FromSeconds(300));
        refused.GetVendorDecision().StopReason.Should().NotBe(StopReason.None);
        answered.GetVendorResult().IsSuccess.Should().BeTrue();
        named.GetVendorResult().IsSuccess.Should().BeTrue();
        busy.Logger.Lines.Any(line => line.Id == 5).Should().Be(first == HandlerMode.Active, "no cooldown begins");
    }

    [Fact(Timeout = 10_000)]
    public async Task Expired_WithARefresher_IsNeitherRefreshedNorAuthorized()
    {
        var refresher = new Authorizer();
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Expired)
        {
            Refresher = refresher,
            Options = { Mode = HandlerMode.Observe, Authorize = request => request.Headers.Add("X-Token", "ours") },
        };

        using HttpResponseMessage response = await bench.GetAsync();

        refresher.Calls.Should().Be(0);
        bench.Fake.Requests.Should().ContainSingle().Which.Headers.Should().BeEmpty();
        response.GetVendorDecision().Action.Should().Be(RetryAction.RefreshThenRetry);
        bench.Logger.Lines.Should().ContainSingle().Which.Should().Be((13, "yeastar-p-series 10004 is credential_expired, effect none; observed only, would be retried after a credential refresh (GET /openapi/v1.0/***/***)"));
    }

    [Fact(Timeout = 10_000)]
    public async Task Expired_WithoutARefresher_SaysThatNobodyRefreshes()
    {
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Expired) { Options = { Mode = HandlerMode.Observe } };

        using HttpResponseMessage response = await bench.GetAsync();

        response.GetVendorDecision().StopReason.Should().Be(StopReason.CredentialNotRefreshed);
    }

    [Theory(Timeout = 10_000)]
    [InlineData(HandlerMode.Active, 1 + 1)]
    [InlineData(HandlerMode.Observe, 1 + 3)]
    public async Task RetryBudget_OfOtherClientsOfTheAccount_StaysTheirs(HandlerMode mode, int sends)
    {
        var time = new FakeTime();
        var states = new VendorStates(time);
        using var other = new Bench(FrozenVendors.Pbx, Bodies.Down()) { Time = time, States = states };
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Down()) { Time = time, States = states, Options = { Mode = mode, RetryBudgetReserve = 1, RetryBudgetRatio = 0 } };
        using var kept = new HttpMessageInvoker(other.CreateHandler());
        using HttpClient _ = bench.Client;

        (await kept.SendAsync(Rig.Get(), TestContext.Current.CancellationToken)).Dispose();

        other.Fake.Requests.Should().HaveCount(sends);
    }

    [Fact(Timeout = 10_000)]
    public async Task MeterAndTrace_OfAFailure_SayThatItWasOnlyObserved()
    {
        Vendor vendor = FrozenVendors.PbxCalled("observed");
        using var seen = new SeenTelemetry();
        using var bench = new Bench(vendor, Bodies.Down(retryAfter: 1), Answer.Json("""{"errcode":99999,"errmsg":"NEW"}""", 400), Bodies.Expired, Bodies.Ok) { Options = { Mode = HandlerMode.Observe }, Refresher = new FakeRefresher() };

        for (var i = 0; i < 4; i++)
        {
            using HttpResponseMessage response = await bench.GetAsync();
            response.GetVendorAttempts().Should().ContainSingle();
        }

        seen.MeasurementsOf(vendor.Id).Should().BeEquivalentTo(
            "vendor_errors.errors confidence=status_only error.type=vendor_unavailable observed=True",
            "vendor_errors.observed action=retry error.type=vendor_unavailable reason=none",
            "vendor_errors.errors confidence=status_only error.type=invalid_request observed=True",
            "vendor_errors.unrecognized observed=True",
            "vendor_errors.observed action=stop error.type=invalid_request reason=not_retryable",
            "vendor_errors.errors confidence=exact error.type=credential_expired observed=True",
            "vendor_errors.observed action=refresh_then_retry error.type=credential_expired reason=none");
        seen.ActivitiesOf("observed").Should().HaveCount(4).And.OnlyContain(activity => true.Equals(activity.GetTagItem("vendor_errors.observed")));
        seen.ActivitiesOf("observed")[0].GetTagItem("error.type").Should().Be("vendor_unavailable");
    }

    [Fact(Timeout = 10_000)]
    public async Task Settings_OfTheRequest_CountForTheDecision()
    {
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Down()) { Options = { Mode = HandlerMode.Observe } };
        using var request = new HttpRequestMessage(HttpMethod.Get, "thing/get");
        request.SetVendorMaxRetryAttempts(0);

        using HttpResponseMessage response = await bench.SendAsync(request);

        response.GetVendorDecision().StopReason.Should().Be(StopReason.MaxRetriesReached);
    }

    private sealed class Authorizer : ICredentialRefresher, IRequestAuthorizer
    {
        public int Calls { get; private set; }

        public long Version => 0;

        public ValueTask RefreshAsync(long refusedVersion, CancellationToken cancellationToken)
        {
            Calls++;
            return default;
        }

        public ValueTask AuthorizeAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Calls++;
            return default;
        }
    }
}
