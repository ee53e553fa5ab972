using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VendorErrors;

namespace ProblemDetailsSample;

/// <summary>An application that dials for its callers.</summary>
internal static class Application
{
    /// <param name="vendor">The way to the vendor; an application has the network here.</param>
    internal static WebApplication Build(Func<HttpMessageHandler> vendor)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddExceptionHandler<VendorProblemHandler>();
        builder.Services.AddHttpClient("dialer", client => client.BaseAddress = new Uri("http://vendor.simulated/"))
            .AddVendorErrors(Vendor.TalkdeskDialer, options =>
            {
                options.ThrowOnFailure = true;
                options.MaxRetryAttempts = 0;
            })
            .ConfigurePrimaryHttpMessageHandler(vendor);

        WebApplication application = builder.Build();
        application.UseExceptionHandler(_ => { });
        application.MapPost("/calls", async (IHttpClientFactory clients, CancellationToken cancellation) =>
        {
            using HttpClient client = clients.CreateClient("dialer");
            using HttpResponseMessage answer = await client.PostAsJsonAsync("Advanced Dialer/api/telephony/dial", new { phoneNumber = "+4930000001" }, cancellation);
            return Results.Accepted();
        });
        return application;
    }
}
