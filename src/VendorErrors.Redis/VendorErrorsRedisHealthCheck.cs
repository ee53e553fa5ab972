using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using VendorErrors.Redis.Stores;

namespace VendorErrors.Http;

/// <summary>Asks what is asked at the start of a host: whether Redis can be used for what is registered on it, the call ledger included.</summary>
/// <param name="provider">The container, with <c>AddVendorErrorsRedis</c>.</param>
/// <example>
/// <code>
/// services.AddHealthChecks().AddCheck&lt;VendorErrorsRedisHealthCheck&gt;("vendor-errors-redis");
/// </code>
/// </example>
public sealed class VendorErrorsRedisHealthCheck(IServiceProvider provider) : IHealthCheck
{
    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        _ = context ?? throw new ArgumentNullException(nameof(context));
        string? fault = await provider.GetRequiredService<RedisDiagnosis>().FindFaultAsync(isStart: false).ConfigureAwait(false);
        return fault is null ? HealthCheckResult.Healthy() : new HealthCheckResult(context.Registration.FailureStatus, fault);
    }
}
