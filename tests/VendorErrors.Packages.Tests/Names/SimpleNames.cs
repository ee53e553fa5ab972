// A file of an application: everything that it may import is imported, and our names are used as they are. That it compiles is the test.
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.CircuitBreaker;
using Polly.Fallback;
using Polly.Hedging;
using Polly.Retry;
using Polly.Timeout;
using Refit;
using VendorErrors;
using VendorErrors.Definitions;
using VendorErrors.Http;
using VendorErrors.Retries;
using VendorErrors.Testing;

namespace SomeApplication;

internal static class SimpleNames
{
    internal static VendorOutcome Judge(HttpResponseMessage response, out Effect effect, out QueueDecision next)
    {
        VendorResult result = response.GetVendorResult();
        RetryDecision decision = response.GetVendorDecision();
        effect = result.Effect;
        next = decision.ForQueue(result);
        return decision.StopReason == StopReason.EffectUnknown ? VendorOutcome.Undetermined : result.Outcome;
    }

    internal static RetryDecision Decide(VendorResult result) =>
        VendorRetryPolicy.Decide(result, Vendor.Dexatel.Operation("GET", "/"), new RetryState { Retries = 1 }, new RetryLimits { MaxRetryAttempts = 2 });

    internal static Vendor Define() => new("acme", "Acme", new VendorDefinition
    {
        Envelopes = [new Envelope("result", Condition.Has("result")) { Code = ["result"] }],
        Codes = [new CodeSection(new SourceDocument("a", "b"), Basis.Documented, [new CodeRow("1", "One", ErrorCategory.RateLimited)])],
    });

    internal static void Register(IServiceCollection services)
    {
        services.AddHttpClient("sms").AddVendorErrors(Vendor.Dexatel);
        services.AddHttpClient("pbx").AddResilienceHandler("vendor", pipeline => pipeline
            .AddVendorRetry(Vendor.YeastarPSeries)
            .AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions { ShouldHandle = VendorPredicates.Outage() })
            .AddVendorClassification(Vendor.YeastarPSeries));
    }

    internal static Exception Fail(ICredentialRefresher refresher)
    {
        using var handler = new VendorErrorHandler(Vendor.Dexatel, new VendorErrorOptions { Cooldown = CooldownMode.FailFast }, refresher);
        return new VendorErrorException(VendorResponses.For(Vendor.Dexatel, "1523").Classify(), RetryDecision.Stop(StopReason.NotRetryable));
    }

    // Theirs, by their simple names.
    internal static string Theirs(Outcome<HttpResponseMessage> outcome, RetryStrategyOptions retry, TokenCredential credential, RequestFailedException failure, ApiException api) =>
        $"{outcome}{retry}{credential}{failure}{api}{typeof(HttpPipelinePolicy)}{typeof(HedgingStrategyOptions<int>)}{typeof(TimeoutRejectedException)}{typeof(FallbackStrategyOptions<int>)}{typeof(CircuitState)}";
}
