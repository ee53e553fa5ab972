using Microsoft.AspNetCore.Http;

namespace VendorErrors.Http.Tests.Kestrel;

[Trait("Category", "Slow")]
public class StreamingTests
{
    private const int Large = 50 * 1024 * 1024;

    // A reset throws away what the client has not read yet; a busy machine takes its time.
    private static readonly TimeSpan s_untilItIsRead = TimeSpan.FromMilliseconds(700);

    private static readonly Uri s_address = new("/openapi/v1.0/recording/list", UriKind.Relative);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetAsync_DownloadOf50Megabytes_IsNotBuffered()
    {
        await using LoopbackVendor vendor = await LoopbackVendor.StartAsync((_, context, _) => WriteLargeAsync(context));
        using HttpClient client = LoopbackClient.Of(vendor);
        await DownloadAsync(client);
        long before = GC.GetTotalMemory(forceFullCollection: true);

        (long bytes, long most) = await DownloadAsync(client);

        bytes.Should().BeGreaterThan(Large);
        (most - before).Should().BeLessThan(8 * 1024 * 1024);
        vendor.Requests.Should().Be(2);
    }

    [Fact]
    public async Task GetAsync_SuccessDecidedAndThenAStall_IsReturned()
    {
        await using LoopbackVendor vendor = await LoopbackVendor.StartAsync((self, context, _) => self.WriteAndStallAsync(context, """{"errcode":0,"errmsg":"SUCCESS","data":["""));
        using HttpClient client = LoopbackClient.Of(vendor);

        using HttpResponseMessage response = await client.GetAsync(s_address, HttpCompletionOption.ResponseHeadersRead, Token).WaitAsync(TimeSpan.FromSeconds(5), Token);

        response.GetVendorResult().Outcome.Should().Be(VendorErrors.VendorOutcome.Success);
        vendor.Requests.Should().Be(1);
        await using Stream stream = await response.Content.ReadAsStreamAsync(Token);
        var buffer = new byte[100];
        int read = await stream.ReadAsync(buffer, Token);
        Encoding.UTF8.GetString(buffer, 0, read).Should().StartWith("""{"errcode":0""");
    }

    [Fact]
    public async Task GetAsync_WholeDocumentAndThenAStall_IsReturned()
    {
        await using LoopbackVendor vendor = await LoopbackVendor.StartAsync((self, context, _) => self.WriteAndStallAsync(context, LoopbackVendor.Success));
        using HttpClient client = LoopbackClient.Of(vendor);

        Func<Task> get = async () => (await client.GetAsync(s_address, HttpCompletionOption.ResponseHeadersRead, Token).WaitAsync(TimeSpan.FromSeconds(5), Token)).Dispose();

        await get.Should().NotThrowAsync("the verdict needs no byte after the document's end");
    }

    [Fact]
    public async Task GetAsync_UndecidableAndThenAStall_EndsWithTheCallersCancellation()
    {
        await using LoopbackVendor vendor = await LoopbackVendor.StartAsync((self, context, _) => self.WriteAndStallAsync(context, """{"errco"""));
        using HttpClient client = LoopbackClient.Of(vendor);
        using var caller = new CancellationTokenSource(TimeSpan.FromMilliseconds(500));

        Func<Task> get = async () => (await client.GetAsync(s_address, HttpCompletionOption.ResponseHeadersRead, caller.Token)).Dispose();

        await get.Should().ThrowAsync<OperationCanceledException>();
        vendor.Requests.Should().Be(1);
    }

    [Fact]
    public async Task GetAsync_RestOfADroppedAnswerStalls_TheRetryDoesNotWaitForIt()
    {
        string beginning = $$"""{"errcode":-2,"errmsg":"{{new string('x', 3000)}}""";
        await using LoopbackVendor vendor = await LoopbackVendor.StartAsync((self, context, count) =>
            count == 1 ? self.WriteAndStallAsync(context, beginning, 503) : LoopbackVendor.WriteAsync(context, LoopbackVendor.Success));
        VendorErrorOptions options = LoopbackClient.Quick();
        options.ErrorBodyLimit = 1024;
        options.PeekLimit = 1024;
        options.TotalTimeout = TimeSpan.FromSeconds(3);
        using HttpClient client = LoopbackClient.Of(vendor, options);

        Func<Task> get = async () => (await client.GetAsync(s_address, Token).WaitAsync(TimeSpan.FromSeconds(8), Token)).Dispose();

        await get.Should().NotThrowAsync("draining saves a connection, and must not cost the deadline");
    }

    [Fact]
    public async Task GetAsync_ResetInTheMiddleOfAnError_IsRetriedForARead()
    {
        await using LoopbackVendor vendor = await LoopbackVendor.StartAsync((_, context, count) => count == 1 ? ResetAsync(context, """{"errcode":-2,"errm""") : LoopbackVendor.WriteAsync(context, LoopbackVendor.Success));
        using HttpClient client = LoopbackClient.Of(vendor);

        using HttpResponseMessage response = await client.GetAsync(s_address, Token);

        response.GetVendorResult().IsSuccess.Should().BeTrue();
        vendor.Requests.Should().Be(2);
    }

    [Fact]
    public async Task PostAsync_ResetInTheMiddle_GivesTheBytesAndThenTheFault()
    {
        const string beginning = """{"errcode":-2,"errm""";
        await using LoopbackVendor vendor = await LoopbackVendor.StartAsync((_, context, _) => ResetAsync(context, beginning));
        using HttpClient client = LoopbackClient.Of(vendor);
        using var request = new HttpRequestMessage(HttpMethod.Post, s_address) { Content = new StringContent("{}") };

        using HttpResponseMessage response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Token);

        response.GetVendorResult().Effect.Should().Be(Effect.Unknown);
        vendor.Requests.Should().Be(1);
        await using Stream stream = await response.Content.ReadAsStreamAsync(Token);
        using var copy = new MemoryStream();
        Func<Task> read = () => stream.CopyToAsync(copy, Token);
        await read.Should().ThrowAsync<IOException>();
        Encoding.UTF8.GetString(copy.ToArray()).Should().Be(beginning);
    }

    [Fact]
    public async Task PostAsync_ResetBeforeTheAnswer_IsSentOnce()
    {
        await using LoopbackVendor vendor = await LoopbackVendor.StartAsync((_, context, _) =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        using HttpClient client = LoopbackClient.Of(vendor);
        using var content = new StringContent("{}");

        Func<Task> post = () => client.PostAsync(s_address, content, Token);

        await post.Should().ThrowAsync<HttpRequestException>();
        vendor.Requests.Should().Be(1);
    }

    [Fact]
    public async Task GetAsync_NobodyListens_IsRetriedEvenForAWrite()
    {
        Uri address;
        await using (LoopbackVendor vendor = await LoopbackVendor.StartAsync((_, _, _) => Task.CompletedTask))
        {
            address = vendor.Address;
        }

        VendorErrorOptions options = LoopbackClient.Quick();
        var attempts = 0;
        options.Authorize = _ => attempts++;
        using var client = new HttpClient(new VendorErrorHandler(FrozenVendors.Pbx, options));
        using var content = new StringContent("{}");

        Func<Task> post = () => client.PostAsync(address, content, Token);

        await post.Should().ThrowAsync<HttpRequestException>();
        attempts.Should().Be(1 + options.MaxRetryAttempts);
    }

    private static async Task<(long Bytes, long Most)> DownloadAsync(HttpClient client)
    {
        using HttpResponseMessage response = await client.GetAsync(s_address, HttpCompletionOption.ResponseHeadersRead, Token);
        response.GetVendorResult().Outcome.Should().Be(VendorErrors.VendorOutcome.Success);
        await using Stream stream = await response.Content.ReadAsStreamAsync(Token);
        var buffer = new byte[64 * 1024];
        long bytes = 0;
        long most = 0;
        long next = 0;
        int read;
        while ((read = await stream.ReadAsync(buffer, Token)) > 0)
        {
            bytes += read;
            if (bytes >= next)
            {
                next += 5 * 1024 * 1024;
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true));
            }
        }

        return (bytes, most);
    }

    private static async Task WriteLargeAsync(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync("""{"errcode":0,"errmsg":"SUCCESS","data":" """, context.RequestAborted);
        byte[] piece = Encoding.UTF8.GetBytes(new string('x', 64 * 1024));
        for (var sent = 0; sent < Large; sent += piece.Length)
        {
            await context.Response.Body.WriteAsync(piece, context.RequestAborted);
        }

        await context.Response.WriteAsync("\"}", context.RequestAborted);
    }

    private static async Task ResetAsync(HttpContext context, string beginning)
    {
        await LoopbackVendor.WriteAsync(context, beginning, 200, chunked: true);
        await context.Response.Body.FlushAsync(context.RequestAborted);
        await Task.Delay(s_untilItIsRead, context.RequestAborted);
        context.Abort();
    }
}
