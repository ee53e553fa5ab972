using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using VendorErrors.Http.Requests;
using VendorErrors.Http.Tests.Kestrel;

namespace VendorErrors.Http.Tests.Requests;

/// <summary>Whether a content can be sent again is a matter of its bytes, not of its type.</summary>
public class ContentTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = 10_000)]
    public async Task JsonOverAnIterator_IsReplayedByteForByte()
    {
        var queue = new Queue<int>([1, 2, 3]);
        using var rig = Limited();

        using HttpResponseMessage response = await rig.SendAsync(Rig.Post("http://vendor.test/x", JsonContent.Create(Drain())));

        response.GetVendorResult().IsSuccess.Should().BeTrue();
        rig.Transport.Sent.Select(sent => sent.Body).Should().Equal("[1,2,3]", "[1,2,3]");

        IEnumerable<int> Drain()
        {
            while (queue.TryDequeue(out int item))
            {
                yield return item;
            }
        }
    }

    [Theory(Timeout = 10_000)]
    [InlineData(1024, 2, StopReason.None)]
    [InlineData(1000, 2, StopReason.None)]
    [InlineData(999, 1, StopReason.ContentNotReplayable)]
    [InlineData(0, 1, StopReason.ContentNotReplayable)]
    public async Task PushedContent_IsReplayedUpToTheLimit(int limit, int sent, StopReason reason)
    {
        using var rig = Limited(new VendorErrorOptions { ReplayLimit = limit });

        using HttpResponseMessage response = await rig.SendAsync(Rig.Post("http://vendor.test/x", new Pushed(new string('x', 1000))));

        rig.Transport.Sent.Should().HaveCount(sent);
        response.GetVendorDecision().StopReason.Should().Be(reason);
        ContentRecording.Held.Should().BeGreaterThanOrEqualTo(0);
    }

    [Fact(Timeout = 10_000)]
    public async Task StreamThatCanSeek_AboveTheLimit_IsReadFromItsStartAgain()
    {
        using var rig = Limited(new VendorErrorOptions { ReplayLimit = 10 });

        using HttpResponseMessage response = await rig.SendAsync(Rig.Post("http://vendor.test/x", new StreamContent(new MemoryStream(new byte[5000]))));

        rig.Transport.Sent.Select(sent => sent.Body.Length).Should().Equal(5000, 5000);
    }

    [Trait(Asset.Trait, Asset.Net)]
    [Theory(Timeout = 10_000)]
    [InlineData("stream", "copy")]
    [InlineData("stream", "read")]
    [InlineData("own", "copy")]
    [InlineData("own", "read")]
    public async Task Send_Synchronously_TheContentIsReplayedHoweverItIsRead(string kind, string way)
    {
        var bodies = new List<string>();
        using var transport = new SyncTransport(request =>
        {
            using var copy = new MemoryStream();
            if (way == "copy")
            {
                request.Content!.CopyTo(copy, null, Token);
            }
            else
            {
                request.Content!.ReadAsStream(Token).CopyTo(copy);
            }

            bodies.Add(Encoding.UTF8.GetString(copy.ToArray()));
            return bodies.Count == 1 ? Transport.Json("{}", 429, 1) : Transport.Json("""{"data":[]}""");
        });
        using var client = new HttpMessageInvoker(new VendorErrorHandler(Vendor.Dexatel, time: new FakeTime()) { InnerHandler = transport });
        using HttpRequestMessage request = Rig.Post("http://vendor.test/x", kind == "stream" ? new StreamContent(ScriptedStream.Of("ab", "c")) : new Pushed("abc"));

        using HttpResponseMessage response = await Task.Run(() => client.Send(request, Token), Token);

        response.GetVendorResult().IsSuccess.Should().BeTrue();
        bodies.Should().Equal("abc", "abc");
    }

    [Fact(Timeout = 10_000)]
    public async Task Stream_ThatAHandlerInsideReads_IsReplayed()
    {
        var bodies = new List<string>();
        using var rig = new Rig(Vendor.Dexatel, (_, count) => count == 1 ? Transport.Json("{}", 429, 1) : Transport.Json("""{"data":[]}"""), inside: new InnerHandler(async (request, send) =>
        {
            using var reader = new StreamReader(await request.Content!.ReadAsStreamAsync(Token), leaveOpen: true);
            bodies.Add(await reader.ReadToEndAsync(Token));
            return await send(request);
        }));

        using HttpResponseMessage response = await rig.SendAsync(Rig.Post("http://vendor.test/x", new StreamContent(ScriptedStream.Of("ab", "c"))));

        bodies.Should().Equal("abc", "abc");
        rig.Transport.Sent.Select(sent => sent.Body).Should().Equal("abc", "abc");
    }

    [Fact(Timeout = 10_000)]
    public async Task Refused_BeforeTheContentWasAskedFor_IsReplayed()
    {
        var count = 0;
        using var inner = new FunctionHandler(async (_, request, token) =>
        {
            if (++count == 1)
            {
                throw new HttpRequestException("refused", new SocketException((int)SocketError.ConnectionRefused));
            }

            (await request.Content!.ReadAsStringAsync(token)).Should().Be("once");
            return Transport.Json("""{"data":[]}""");
        });
        using var client = new HttpMessageInvoker(new VendorErrorHandler(Vendor.Dexatel, new VendorErrorOptions { BaseDelay = TimeSpan.FromMilliseconds(1) }) { InnerHandler = inner });
        using HttpRequestMessage request = Rig.Post("http://vendor.test/x", new StreamContent(ScriptedStream.Of("on", "ce")));

        using HttpResponseMessage response = await client.SendAsync(request, Token);

        response.GetVendorResult().IsSuccess.Should().BeTrue();
        count.Should().Be(2);
    }

    [Fact(Timeout = 10_000)]
    public async Task BrokenHalfWay_CannotBeReplayed()
    {
        var count = 0;
        using var inner = new FunctionHandler(async (_, request, token) =>
        {
            count++;
            using var narrow = new NarrowStream(3);
            try
            {
                await request.Content!.CopyToAsync(narrow, token);
            }
            catch (HttpRequestException)
            {
            }

            return Transport.Json("{}", 429, 1);
        });
        using var client = new HttpMessageInvoker(new VendorErrorHandler(Vendor.Dexatel) { InnerHandler = inner });
        using HttpRequestMessage request = Rig.Post("http://vendor.test/x", new StreamContent(ScriptedStream.Of("abc", "def")));

        using HttpResponseMessage response = await client.SendAsync(request, Token);

        response.GetVendorDecision().StopReason.Should().Be(StopReason.ContentNotReplayable);
        count.Should().Be(1);
    }

    [Trait("Category", "Slow")]
    [Fact(Timeout = 60_000)]
    public async Task TenMebibytesInChunks_StayAStream()
    {
        const int Mebi = 1024 * 1024;
        var firstByteAfter = 0L;
        var pushed = 0L;
        await using LoopbackVendor vendor = await LoopbackVendor.StartAsync(async (_, context, _) =>
        {
            var buffer = new byte[64 * 1024];
            var total = 0L;
            int read;
            while ((read = await context.Request.Body.ReadAsync(buffer, context.RequestAborted)) > 0)
            {
                firstByteAfter = total == 0 ? Interlocked.Read(ref pushed) : firstByteAfter;
                total += read;
            }

            await LoopbackVendor.WriteAsync(context, total == 10 * Mebi && context.Request.ContentLength is null ? LoopbackVendor.Success : "{}", total == 10 * Mebi ? 200 : 500);
        });
        using HttpClient client = LoopbackClient.Of(vendor);
        long before = ContentRecording.Held;

        using HttpResponseMessage response = await client.PostAsync(
            new Uri("/openapi/v1.0/call/dial", UriKind.Relative),
            new Pushed(async stream =>
            {
                for (var i = 0; i < 160; i++)
                {
                    await stream.WriteAsync(new byte[64 * 1024]);
                    await stream.FlushAsync();
                    Interlocked.Add(ref pushed, 64 * 1024);
                }
            }),
            Token);

        response.GetVendorResult().IsSuccess.Should().BeTrue(await response.TextAsync());
        firstByteAfter.Should().BeLessThan(10 * Mebi, "the vendor reads while the content is still being written");
        ContentRecording.Held.Should().BeLessThanOrEqualTo(before + (2 * Mebi));
    }

    [Trait("Category", "Slow")]
    [Fact(Timeout = 20_000)]
    public async Task ExpectContinue_RefusedEarly_TheContentIsSentOnceInAll()
    {
        var bodies = new List<int>();
        await using LoopbackVendor vendor = await LoopbackVendor.StartAsync(async (_, context, count) =>
        {
            if (count == 1)
            {
                context.Response.Headers.Connection = "close";
                context.Response.Headers.RetryAfter = "0";
                await LoopbackVendor.WriteAsync(context, """{"errcode":10004}""");
                return;
            }

            using var copy = new MemoryStream();
            await context.Request.Body.CopyToAsync(copy);
            bodies.Add((int)copy.Length);
            await LoopbackVendor.WriteAsync(context, LoopbackVendor.Success);
        });
        var stream = ScriptedStream.Of("abc", "def");
        using var client = new HttpClient(new VendorErrorHandler(FrozenVendors.Pbx, LoopbackClient.Quick(), new FakeRefresher()) { InnerHandler = new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromSeconds(10) } });
        using HttpRequestMessage request = Rig.Post(new Uri(vendor.Address, "/openapi/v1.0/call/dial").ToString(), new StreamContent(stream));
        request.Headers.ExpectContinue = true;

        using HttpResponseMessage response = await client.SendAsync(request, Token);

        response.GetVendorResult().IsSuccess.Should().BeTrue();
        bodies.Should().Equal(6);
    }

    [Trait("Category", "Slow")]
    [Fact]
    public void Recordings_OfAllRequestsTogether_HaveABound()
    {
        long before = ContentRecording.Held;
        var recordings = new List<ContentRecording>();
        var block = new byte[1024 * 1024];
        for (var i = 0; i < 100; i++)
        {
            var recording = new ContentRecording(16 * 1024 * 1024);
            recording.Begin();
            recording.Add(block);
            recording.End(isWhole: true, records: true);
            recordings.Add(recording);
        }

        ContentRecording.Held.Should().BeLessThanOrEqualTo(ContentRecording.ProcessLimit);
        recordings.Count(recording => recording.CanReplay).Should().BeInRange(1, 64);
        recordings.ForEach(recording => recording.Release());
        ContentRecording.Held.Should().BeLessThanOrEqualTo(before + (2 * 1024 * 1024), "others may run beside this test");
    }

    private static Rig Limited(VendorErrorOptions? options = null) =>
        new(Vendor.Dexatel, (_, count) => count == 1 ? Transport.Json("{}", 429, 1) : Transport.Json("""{"data":[]}"""), options);

    private sealed class Pushed(Func<Stream, Task> write) : HttpContent
    {
        private bool _written;

        public Pushed(string text)
            : this(stream => stream.WriteAsync(Encoding.UTF8.GetBytes(text)).AsTask())
        {
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            _written.Should().BeFalse("it can be written once");
            _written = true;
            return write(stream);
        }

        protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
            SerializeToStreamAsync(stream, context).GetAwaiter().GetResult();

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }

    private sealed class SyncTransport(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
    {
        protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) => answer(request);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(answer(request));
    }

    /// <summary>Breaks after some bytes, as a connection does.</summary>
    private sealed class NarrowStream(int room) : MemoryStream
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            Length + buffer.Length > room ? throw new IOException("broken") : base.WriteAsync(buffer, cancellationToken);

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }
}
