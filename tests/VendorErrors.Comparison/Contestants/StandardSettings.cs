using System.Reflection;
using Microsoft.Extensions.Http.Resilience;

namespace VendorErrors.Comparison.Contestants;

/// <summary>The settings of the standard handler in words. Each comes from its options objects; what a predicate decides is found by asking it.</summary>
internal static class StandardSettings
{
    /// <summary>Name and version of the package, as its assembly states them.</summary>
    internal static string Package { get; } = NameAndVersion(typeof(HttpStandardResilienceOptions).Assembly);

    internal static IReadOnlyList<string> Of(HttpStandardResilienceOptions options, TimeSpan clientTimeout)
    {
        HttpRetryStrategyOptions retry = options.Retry;
        HttpCircuitBreakerStrategyOptions breaker = options.CircuitBreaker;
        return
        [
            $"`RateLimiter`: {options.RateLimiter.DefaultRateLimiterOptions.PermitLimit} requests at once, {options.RateLimiter.DefaultRateLimiterOptions.QueueLimit} in the queue",
            $"`TotalRequestTimeout`: {Seconds(options.TotalRequestTimeout.Timeout)}",
            $"`Retry`: {retry.MaxRetryAttempts} retries; `BackoffType` {retry.BackoffType}; `Delay` {Seconds(retry.Delay)}; `MaxDelay` {(retry.MaxDelay is { } most ? Seconds(most) : "none")}; `UseJitter` {retry.UseJitter}; `ShouldRetryAfterHeader` {retry.ShouldRetryAfterHeader}",
            $"`Retry.ShouldHandle` says yes to: {RetryProbe.Of(retry)}",
            $"`CircuitBreaker`: opens for {Seconds(breaker.BreakDuration)} when {breaker.FailureRatio} of at least {breaker.MinimumThroughput} attempts within {Seconds(breaker.SamplingDuration)} fail",
            $"`AttemptTimeout`: {Seconds(options.AttemptTimeout.Timeout)}",
            $"`HttpClient.Timeout`, which the package sets: {(clientTimeout == Timeout.InfiniteTimeSpan ? "none" : Seconds(clientTimeout))}",
        ];
    }

    private static string Seconds(TimeSpan time) => $"{time.TotalSeconds} s";

    private static string NameAndVersion(Assembly assembly)
    {
        string version = assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        return $"{assembly.GetName().Name} {version.Split('+')[0]}";
    }
}
