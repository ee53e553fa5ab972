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

    [Theory(Timeout = 30_000)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Post_ErrorBodyStalls_TheStatusSuffices(bool hasAttemptTimeout)
    {
        ScriptedStream stalling = ScriptedStream.Stalling("""{"errco""");
        using var bench = new Bench(Vendor.YeastarPSeries, Answer.Of(stalling, 404))
        {
            Options = { TotalTimeout = null, AttemptTimeout = hasAttemptTimeout ? TimeSpan.FromSeconds(3) : null },
            Time = new FakeTime { IsManual = true },
        };
        Task<HttpResponseMessage> sending = bench.PostAsync();
        await Eventually.TrueAsync(() => stalling.ReadsBeyondTheChunks > 0);

        bench.Time.Advance(hasAttemptTimeout ? TimeSpan.FromSeconds(3) : VendorErrors.Http.Reading.ResponseReader.ErrorBodyPatience);

        using HttpResponseMessage response = await sending;
        response.GetVendorResult().Category.Should().Be(ErrorCategory.NotFound);
        response.GetVendorResult().Effect.Should().Be(Effect.None);
        await FluentActions.Awaiting(() => response.TextAsync()).Should().ThrowAsync<Exception>("the caller meets the stall at the same place");
    }

    [Fact(Timeout = 30_000)]
    public async Task Get_ContentThatComputesItsLength_KeepsIt()
    {
        using var bench = new Bench(Vendor.YeastarPSeries, new Answer { Arrange = response => response.Content = new Computed() });

        using HttpResponseMessage response = await bench.GetAsync();

        response.Content.Headers.ContentLength.Should().Be(Computed.Bytes.Length);
        (await response.TextAsync()).Should().Be(Bodies.YeastarOk);
    }

    private sealed class Computed : HttpContent
    {
        internal static readonly byte[] Bytes = Encoding.UTF8.GetBytes(Bodies.YeastarOk);

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => stream.WriteAsync(Bytes, 0, Bytes.Length, Token);

        protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult<Stream>(ScriptedStream.Of(Bodies.YeastarOk));

        protected override bool TryComputeLength(out long length)
        {
            length = Bytes.Length;
            return true;
        }
    }
}
