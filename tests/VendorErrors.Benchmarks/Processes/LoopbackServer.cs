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
    /// <summary>The path of 100 B.</summary>
    public const string Tiny = "/tiny";

    /// <summary>The path of 2 KB.</summary>
    public const string Small = "/small";

    /// <summary>The path of <see cref="LargeBytes"/>.</summary>
    public const string Large = "/large";

    public const int LargeBytes = 50 * 1024 * 1024;

    /// <summary>Prints its address and serves the three paths until standard input closes.</summary>
    public static async Task<int> RunAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0));
        await using WebApplication app = builder.Build();
        byte[] tiny = TalkdeskSuccess.First(100)[0];
        byte[] small = TalkdeskSuccess.First(2048)[0];
        byte[] large = TalkdeskSuccess.First(LargeBytes)[0];
        app.Run(context => WriteAsync(context, context.Request.Path.Value switch { Tiny => tiny, Small => small, _ => large }));
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
