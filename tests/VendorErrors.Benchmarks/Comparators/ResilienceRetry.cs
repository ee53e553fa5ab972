using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Logging.Abstractions;
using Polly;

namespace VendorErrors.Benchmarks.Comparators;

/// <summary>The handler that <c>AddResilienceHandler</c> puts in front of a client, with a retry alone: all defaults, and telemetry that nobody listens to.</summary>
internal static class ResilienceRetry
{
    public static DelegatingHandler Create() => new ResilienceHandler(new ResiliencePipelineBuilder<HttpResponseMessage>()
        .AddRetry(new HttpRetryStrategyOptions())
        .ConfigureTelemetry(NullLoggerFactory.Instance)
        .Build());
}
