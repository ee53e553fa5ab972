using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VendorErrors;
using VendorErrors.Http;

namespace EventReceiverSample;

/// <summary>An application that dials, and hears later what became of it.</summary>
internal static class Application
{
    private const int MaxBodyBytes = 1024 * 1024;
    private const int MaxWaiting = 10_000;

    /// <param name="vendor">The way to the vendor; an application has the network here.</param>
    /// <param name="isGenuine">Whether an event is the vendor's own.</param>
    /// <param name="time">The clock.</param>
    /// <param name="output">Where the story is told.</param>
    internal static WebApplication Build(Func<HttpMessageHandler> vendor, SignatureCheck isGenuine, TimeProvider time, TextWriter output)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(server => server.Limits.MaxRequestBodySize = MaxBodyBytes);
        builder.Services.AddSingleton(time).AddSingleton(output).AddSingleton(isGenuine);
        builder.Services.AddVendorEventReader();
        builder.Services.AddHttpClient<Dialer>(client => client.BaseAddress = new Uri("http://vendor.simulated/"))
            .AddVendorErrors(Vendor.EightByEightConnect)
            .ConfigurePrimaryHttpMessageHandler(vendor);
        builder.Services.AddSingleton(Channel.CreateBounded<VendorEvent>(MaxWaiting));
        builder.Services.AddSingleton<CallTracker>().AddSingleton<Campaign>().AddHostedService(provider => provider.GetRequiredService<Campaign>());

        WebApplication application = builder.Build();
        application.MapPost("/webhooks/{vendor}", ReceiveAsync);
        return application;
    }

    /// <summary>Takes events in and answers at once: vendors wait for seconds, and deliver again what was not answered with a 2xx.</summary>
    private static async Task<IResult> ReceiveAsync(string vendor, HttpRequest request, SignatureCheck isGenuine, VendorEventReader reader, Channel<VendorEvent> events)
    {
        if (Vendor.Find(vendor) is not { } sender)
        {
            return Results.NotFound();
        }

        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        if (!isGenuine(sender, request.Headers, body.ToArray()))
        {
            return Results.Unauthorized();
        }

        // What must outlive this process goes into a table or a queue here, before the answer.
        var headers = request.Headers.Select(header => new KeyValuePair<string, IEnumerable<string>>(header.Key, header.Value.OfType<string>()));
        foreach (VendorEvent seen in reader.Read(sender, body.ToArray(), headers))
        {
            if (!events.Writer.TryWrite(seen))
            {
                // The vendor delivers all of them again; those that are in already are known by their keys.
                return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
            }
        }

        return Results.Accepted();
    }
}
