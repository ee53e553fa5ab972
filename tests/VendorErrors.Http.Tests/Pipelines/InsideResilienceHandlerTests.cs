using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;
using Polly.Hedging;
using Polly.Retry;
using Polly.Timeout;

namespace VendorErrors.Http.Tests.Pipelines;

/// <summary>Our strategies inside AddResilienceHandler.</summary>
public class InsideResilienceHandlerTests
{
    private static readonly Uri s_calls = new("http://vendor.test/telephony/dial");

    [Fact(Timeout = 30_000)]
    [Trait(Asset.Trait, Asset.Net)]
    public async Task InsideAddResilienceHandler_CircuitBreakerOfHttpResilience_Opens()
    {
        var transport = new Transport((_, _) => Transport.Json(Bodies.TalkdeskSystemError));
        var services = new ServiceCollection();
        services.AddHttpClient("dialer").ConfigurePrimaryHttpMessageHandler(() => transport).AddResilienceHandler("vendor", pipeline => pipeline
            .AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions { ShouldHandle = VendorPredicates.Outage(), MinimumThroughput = 2 })
            .AddVendorClassification(FrozenVendors.Dialer));
        await using ServiceProvider provider = services.BuildServiceProvider();
        using HttpClient client = provider.GetRequiredService<IHttpClientFactory>().CreateClient("dialer");

        for (var i = 0; i < 2; i++)
        {
            using HttpResponseMessage response = await client.PostAsync(s_calls, new StringContent("{}"), TestContext.Current.CancellationToken);
            response.GetVendorResult().IsFailure.Should().BeTrue();
        }

        await client.Awaiting(c => c.PostAsync(s_calls, new StringContent("{}"), TestContext.Current.CancellationToken)).Should().ThrowAsync<BrokenCircuitException>();
    }

    [Theory(Timeout = 30_000)]
    [InlineData(307, 1)]
    [InlineData(0, 2)]
    [Trait(Asset.Trait, Asset.Net)]
    public async Task InsideAddResilienceHandler_WriteThatWasRedirected_IsNotSafe(int redirect, int sent)
    {
        var transport = new Transport((request, _) => redirect != 0 && request.RequestUri == s_calls ? Transport.RedirectTo("http://elsewhere.test/dial", redirect) : Transport.Json("{}", 429));
        var services = new ServiceCollection();
        services.AddHttpClient("dialer").ConfigurePrimaryHttpMessageHandler(() => transport).AddResilienceHandler("vendor", pipeline => pipeline
            .AddRetry(new HttpRetryStrategyOptions { ShouldHandle = VendorPredicates.SafeToSendAgain(), Delay = TimeSpan.Zero, MaxRetryAttempts = 1 })
            .AddVendorClassification(FrozenVendors.Dialer));
        await using ServiceProvider provider = services.BuildServiceProvider();
        using HttpClient client = provider.GetRequiredService<IHttpClientFactory>().CreateClient("dialer");

        using HttpResponseMessage response = await client.PostAsync(s_calls, new StringContent("{}"), TestContext.Current.CancellationToken);

        transport.Sent.Count(request => request.Address == (redirect == 0 ? s_calls.ToString() : "http://elsewhere.test/dial")).Should().Be(sent);
    }

    [Theory(Timeout = 30_000)]
    [InlineData("GET", 2)]
    [InlineData("POST", 1)]
    [Trait(Asset.Trait, Asset.Net)]
    public async Task AddVendorRetry_InsideAddResilienceHandler_KnowsWhatTheRequestIs(string method, int sent)
    {
        var transport = new Transport((_, count) => count == 1 ? Transport.Json("{}", 503) : Transport.Json(Bodies.YeastarOk));
        var services = new ServiceCollection();
        services.AddHttpClient("pbx").ConfigurePrimaryHttpMessageHandler(() => transport).AddResilienceHandler("vendor", pipeline => pipeline
            .AddVendorRetry(FrozenVendors.Pbx, new VendorErrorOptions { BaseDelay = TimeSpan.FromMilliseconds(1), MaxDelay = TimeSpan.FromMilliseconds(1) }));
        await using ServiceProvider provider = services.BuildServiceProvider();
        using HttpClient client = provider.GetRequiredService<IHttpClientFactory>().CreateClient("pbx");
        using var request = new HttpRequestMessage(new HttpMethod(method), "http://vendor.test/openapi/v1.0/extension/list");
        request.Headers.Add("X-Trace", "7");

        using HttpResponseMessage response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        transport.Sent.Should().HaveCount(sent).And.OnlyContain(seen => seen.Headers["X-Trace"] == "7");
    }
}
