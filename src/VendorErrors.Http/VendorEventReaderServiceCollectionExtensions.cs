using Microsoft.Extensions.DependencyInjection.Extensions;
using VendorErrors.Http;
using VendorErrors.Http.Clients;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the reader of what vendors send later.</summary>
public static class VendorEventReaderServiceCollectionExtensions
{
    /// <summary>Adds the <see cref="VendorEventReader"/>, which logs as the container says.</summary>
    /// <param name="services">The container.</param>
    /// <example>
    /// <code>
    /// services.AddVendorEventReader();
    /// </code>
    /// </example>
    public static IServiceCollection AddVendorEventReader(this IServiceCollection services)
    {
        _ = services ?? throw new ArgumentNullException(nameof(services));
        services.TryAddSingleton(static provider => new VendorEventReader(VendorClient.LoggerOf(provider)));
        return services;
    }
}
