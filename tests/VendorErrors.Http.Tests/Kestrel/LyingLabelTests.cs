using System.Net;

namespace VendorErrors.Http.Tests.Kestrel;

/// <summary>A body that cannot be read, or does not end, must not cost more than itself.</summary>
[Trait("Category", "Slow")]
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
        using HttpClient client = LoopbackClient.Of(vendor, new VendorErrorHandler(FrozenVendors.Pbx, LoopbackClient.Quick())
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
        using var bench = new Bench(FrozenVendors.Pbx, Answer.Of(stream, 503), Bodies.Ok) { Options = { ErrorBodyLimit = 1024 } };

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
        using var bench = new Bench(FrozenVendors.Pbx, Answer.Of(stalling, 404))
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
        stalling.IsDisposed.Should().BeFalse("the caller may wait for the rest");
    }

    [Fact(Timeout = 30_000)]
    public async Task Post_ErrorBodyComesLate_TheCallerReadsAllOfIt()
    {
        var more = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using LoopbackVendor vendor = await LoopbackVendor.StartAsync(async (_, context, _) =>
        {
            await LoopbackVendor.WriteAsync(context, """{"errcode":600""", 404, chunked: true);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await more.Task;
            await context.Response.Body.WriteAsync("01}"u8.ToArray(), context.RequestAborted);
        });
        using HttpClient client = LoopbackClient.Of(vendor, new VendorErrorOptions { AttemptTimeout = TimeSpan.FromSeconds(2), MaxRetryAttempts = 0 });

        using var request = new HttpRequestMessage(HttpMethod.Post, "/openapi/v1.0/call/dial") { Content = new StringContent("{}") };
        using HttpResponseMessage response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Token).WaitAsync(TimeSpan.FromSeconds(10), Token);
        _ = Task.Run(more.SetResult, Token);

        response.GetVendorResult().Category.Should().Be(ErrorCategory.NotFound);
        (await response.TextAsync()).Should().Be("""{"errcode":60001}""");
    }

    [Fact(Timeout = 30_000)]
    public async Task Get_ContentThatComputesItsLength_KeepsIt()
    {
        using var bench = new Bench(FrozenVendors.Pbx, new Answer { Arrange = response => response.Content = new Computed() });

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
