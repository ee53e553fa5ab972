using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using VendorErrors.PostgreSql.Stores;

namespace VendorErrors.Http;

/// <summary>Asks what is asked at the start of a host: whether PostgreSQL can be used for what is registered on it, the call ledger included.</summary>
/// <param name="provider">The container, with <c>AddVendorErrorsPostgreSql</c>.</param>
/// <example>
/// <code>
/// services.AddHealthChecks().AddCheck&lt;VendorErrorsPostgreSqlHealthCheck&gt;("vendor-errors-postgresql");
/// </code>
/// </example>
public sealed class VendorErrorsPostgreSqlHealthCheck(IServiceProvider provider) : IHealthCheck
{
    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        _ = context ?? throw new ArgumentNullException(nameof(context));
        string? fault = await provider.GetRequiredService<PostgreSqlDiagnosis>().FindFaultAsync(isStart: false).ConfigureAwait(false);
        return fault is null ? HealthCheckResult.Healthy() : new HealthCheckResult(context.Registration.FailureStatus, fault);
    }
}
