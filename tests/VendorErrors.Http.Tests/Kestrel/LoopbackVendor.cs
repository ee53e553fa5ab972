using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace VendorErrors.Http.Tests.Kestrel;

/// <summary>A vendor on 127.0.0.1 that answers by a function, and writes down which connection each request came over.</summary>
internal sealed class LoopbackVendor : IAsyncDisposable
{
    internal const string Success = """{"errcode":0,"errmsg":"SUCCESS"}""";
    internal const string Failure = """{"errcode":-2,"errmsg":"INTERNAL SERVER ERROR"}""";

    private readonly WebApplication _app;
    private readonly CancellationTokenSource _stalls = new();

    private LoopbackVendor(WebApplication app) => _app = app;

    public Uri Address { get; private set; } = null!;

    /// <summary>The connection of each request.</summary>
    public ConcurrentQueue<string> Connections { get; } = new();

    public int Requests => Connections.Count;

    public static async Task<LoopbackVendor> StartAsync(Func<LoopbackVendor, HttpContext, int, Task> answer, HttpProtocols protocols = HttpProtocols.Http1)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = protocols);
            options.Limits.MinResponseDataRate = null;
        });
        WebApplication app = builder.Build();
        var vendor = new LoopbackVendor(app);
        app.Run(async context =>
        {
            vendor.Connections.Enqueue(context.Connection.Id);
            await answer(vendor, context, vendor.Connections.Count);
        });
        await app.StartAsync();
        vendor.Address = new Uri(app.Urls.Single());
        return vendor;
    }

    /// <summary>Writes a text as one piece, without a length where it is flushed first.</summary>
    public static Task WriteAsync(HttpContext context, string text, int status = 200, bool chunked = false)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        if (!chunked)
        {
            context.Response.ContentLength = bytes.Length;
        }

        return context.Response.Body.WriteAsync(bytes, 0, bytes.Length, context.RequestAborted);
    }

    /// <summary>Sends the text, and then nothing more until the client leaves.</summary>
    public async Task WriteAndStallAsync(HttpContext context, string text, int status = 200)
    {
        await WriteAsync(context, text, status, chunked: true);
        await context.Response.Body.FlushAsync(context.RequestAborted);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _stalls.Token);
        await Task.Delay(Timeout.Infinite, either.Token).ContinueWith(_ => { }, TaskScheduler.Default);
        context.Abort();
    }

    public async ValueTask DisposeAsync()
    {
        await _stalls.CancelAsync();
        await _app.DisposeAsync();
        _stalls.Dispose();
    }
}
