using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using VendorErrors.Http.Tests.Kestrel;

namespace VendorErrors.Http.Tests.Requests;

/// <summary>A content that is copied while it is sent behaves as the content that it copies.</summary>
[Trait("Category", "Slow")]
public class UploadTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory(Timeout = 30_000)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Upload_AnsweredBeforeItsEnd_IsSentWhole(bool ours)
    {
        const int Size = 4 * 1024 * 1024;
        var received = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using LoopbackVendor vendor = await LoopbackVendor.StartAsync(
            async (_, context, _) =>
            {
                context.Response.ContentType = "application/json";
                await context.Response.WriteAsync(LoopbackVendor.Success, context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
                await Task.Delay(200, context.RequestAborted);
                long total = 0;
                try
                {
                    var buffer = new byte[64 * 1024];
                    int read;
                    while ((read = await context.Request.Body.ReadAsync(buffer, context.RequestAborted)) > 0)
                    {
                        total += read;
                    }
                }
                finally
                {
                    received.TrySetResult(total);
                }
            },
            HttpProtocols.Http2);
        using var client = new HttpClient(ours ? new VendorErrorHandler(FrozenVendors.Pbx) { InnerHandler = new SocketsHttpHandler() } : new SocketsHttpHandler())
        {
            BaseAddress = vendor.Address,
        };
        HttpResponseMessage response;
        string path = Path.GetTempFileName();
        await File.WriteAllBytesAsync(path, new byte[Size], Token);
        using (var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 4096, FileOptions.DeleteOnClose))
        using (var content = new StreamContent(stream))
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "openapi/v1.0/file/upload") { Content = content, Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
            response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Token);
            response.StatusCode.Should().Be(HttpStatusCode.OK);
        }

        (await received.Task.WaitAsync(TimeSpan.FromSeconds(10), Token)).Should().Be(Size);
        response.Dispose();
    }
}
