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
        IHttpClientBuilder client = services.AddHttpClient("vendor", http =>
            {
                http.BaseAddress = vendor.Address;

                // HttpClient's own timeout is on the system's clock.
                http.Timeout = Timeout.InfiniteTimeSpan;
            })
            .AddVendorErrors(vendor.Vendor, options =>
            {
                options.AllowNoCredentialRefresher = refresher is null;
                configure?.Invoke(options);
            })
            .ConfigurePrimaryHttpMessageHandler(vendor.CreateHandler);
        if (refresher is not null)
        {
            client.AddCredentialRefresher(_ => refresher);
        }

        return services.BuildServiceProvider().GetRequiredService<IHttpClientFactory>().CreateClient("vendor");
    }
}
