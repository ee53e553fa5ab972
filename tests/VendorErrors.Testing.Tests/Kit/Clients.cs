using Microsoft.Extensions.DependencyInjection;
using VendorErrors.Http;

namespace VendorErrors.Testing.Tests.Kit;

/// <summary>Clients of a simulated vendor as an application would build them.</summary>
internal static class Clients
{
    /// <summary>A client with the handler of VendorErrors in between, on the clock of the test.</summary>
    public static HttpClient Handled(VendorSimulator vendor, TimeProvider time, Action<VendorErrorOptions>? configure = null, ICredentialRefresher? refresher = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton(time);
        if (refresher is not null)
        {
            services.AddSingleton(refresher);
        }

        services.AddHttpClient("vendor", client =>
            {
                client.BaseAddress = vendor.Address;

                // HttpClient's own timeout is on the system's clock.
                client.Timeout = Timeout.InfiniteTimeSpan;
            })
            .AddVendorErrors(vendor.Vendor, options => configure?.Invoke(options))
            .ConfigurePrimaryHttpMessageHandler(vendor.CreateHandler);
        return services.BuildServiceProvider().GetRequiredService<IHttpClientFactory>().CreateClient("vendor");
    }
}
