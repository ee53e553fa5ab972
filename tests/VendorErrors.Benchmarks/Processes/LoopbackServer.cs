using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using VendorErrors.Benchmarks.Bodies;

namespace VendorErrors.Benchmarks.Processes;

/// <summary>A vendor on 127.0.0.1, in a process of its own so that its work is not counted as the client's.</summary>
internal static class LoopbackServer
{
    public const int LargeBytes = 50 * 1024 * 1024;

    /// <summary>Prints its address and serves <c>/small</c>, 2 KB, and <c>/large</c>, 50 MB, until standard input closes.</summary>
    public static async Task<int> RunAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0));
        await using WebApplication app = builder.Build();
        byte[] small = TalkdeskSuccess.First(2048)[0];
        byte[] large = TalkdeskSuccess.First(LargeBytes)[0];
        app.Run(context => WriteAsync(context, context.Request.Path == "/large" ? large : small));
        await app.StartAsync();
        Console.WriteLine(app.Urls.Single());
        await Console.In.ReadToEndAsync();
        return 0;
    }

    private static Task WriteAsync(HttpContext context, byte[] body)
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.Length;
        return context.Response.Body.WriteAsync(body, 0, body.Length, context.RequestAborted);
    }
}
