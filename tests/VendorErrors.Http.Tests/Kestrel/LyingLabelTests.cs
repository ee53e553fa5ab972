using System.Net;

namespace VendorErrors.Http.Tests.Kestrel;

/// <summary>A body that cannot be read, or does not end, must not cost more than itself.</summary>
public class LyingLabelTests
{
    private static readonly Uri s_address = new("/openapi/v1.0/extension/list", UriKind.Relative);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = 30_000)]
    public async Task Get_ErrorWhoseGzipLabelLies_IsRetriedOnTheOneConnection()
    {
        await using LoopbackVendor vendor = await LoopbackVendor.StartAsync((_, context, count) =>
        {
            if (count <= 2)
            {
                context.Response.Headers.ContentEncoding = "gzip";
                return LoopbackVendor.WriteAsync(context, "this is no gzip at all, and more of it than one read takes", 503);
            }

            return LoopbackVendor.WriteAsync(context, LoopbackVendor.Success);
        });
        using HttpClient client = LoopbackClient.Of(vendor, new VendorErrorHandler(Vendor.YeastarPSeries, LoopbackClient.Quick())
        {
            InnerHandler = new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All, MaxConnectionsPerServer = 1 },
        });

        using HttpResponseMessage response = await client.GetAsync(s_address, HttpCompletionOption.ResponseHeadersRead, Token);
        using HttpResponseMessage next = await client.GetAsync(s_address, Token).WaitAsync(TimeSpan.FromSeconds(10), Token);

        response.GetVendorResult().IsSuccess.Should().BeTrue();
        next.GetVendorResult().IsSuccess.Should().BeTrue("no connection leaked");
    }

    [Theory(Timeout = 30_000)]
    [InlineData("text")]
    [InlineData("throws")]
    public async Task Get_DroppedBodyThrowsWhateverItLikes_TheRetryGoesOn(string kind)
    {
        ScriptedStream stream = ScriptedStream.Failing(kind == "text" ? new InvalidDataException("no gzip") : new NotSupportedException("odd"), new string('x', 1024));
        using var bench = new Bench(Vendor.YeastarPSeries, Answer.Of(stream, 503), Bodies.Ok) { Options = { ErrorBodyLimit = 1024 } };

        using HttpResponseMessage response = await bench.GetAsync();

        response.GetVendorResult().IsSuccess.Should().BeTrue();
        bench.Fake.Responses[0].IsDisposed.Should().BeTrue();
    }
}
