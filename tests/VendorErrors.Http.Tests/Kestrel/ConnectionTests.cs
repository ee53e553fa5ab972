using System.IO.Compression;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace VendorErrors.Http.Tests.Kestrel;

[Trait("Category", "Slow")]
public class ConnectionTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(200, false)]
    [InlineData(200, true)]
    [InlineData(503, false)]
    [InlineData(503, true)]
    public async Task GetAsync_RetryAfterAFailure_ReusesTheConnection(int status, bool chunked)
    {
        await using LoopbackVendor vendor = await LoopbackVendor.StartAsync((_, context, count) =>
            count < 3 ? LoopbackVendor.WriteAsync(context, LoopbackVendor.Failure, status, chunked) : LoopbackVendor.WriteAsync(context, LoopbackVendor.Success, 200, chunked));
        using HttpClient client = LoopbackClient.Of(vendor);

        using HttpResponseMessage response = await client.GetAsync(new Uri("/openapi/v1.0/extension/list", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Token);

        response.GetVendorResult().IsSuccess.Should().BeTrue();
        (await response.Content.ReadAsStringAsync(Token)).Should().Be(LoopbackVendor.Success);
        vendor.Requests.Should().Be(3);
        vendor.Connections.Distinct(StringComparer.Ordinal).Should().ContainSingle();
    }

    [Fact]
    public async Task GetAsync_ErrorBodyBeyondTheLimit_IsDrainedAndItsConnectionReused()
    {
        string large = $$"""{"errcode":-2,"errmsg":"{{new string('x', 30_000)}}"}""";
        await using LoopbackVendor vendor = await LoopbackVendor.StartAsync((_, context, count) => LoopbackVendor.WriteAsync(context, count == 1 ? large : LoopbackVendor.Success));
        VendorErrorOptions options = LoopbackClient.Quick();
        options.ErrorBodyLimit = 1024;
        options.PeekLimit = 1024;
        using HttpClient client = LoopbackClient.Of(vendor, options);

        using HttpResponseMessage response = await client.GetAsync(new Uri("/x", UriKind.Relative), Token);

        vendor.Requests.Should().BeGreaterThan(0);
        vendor.Connections.Distinct(StringComparer.Ordinal).Should().ContainSingle();
    }

    [Fact]
    public async Task GetAsync_Http2_RetriesOnOneConnection()
    {
        await using LoopbackVendor vendor = await LoopbackVendor.StartAsync(
            (_, context, count) => LoopbackVendor.WriteAsync(context, count == 1 ? LoopbackVendor.Failure : LoopbackVendor.Success), HttpProtocols.Http2);
        using HttpClient client = LoopbackClient.Of(vendor);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/x") { Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact };

        using HttpResponseMessage response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Token);

        response.Version.Should().Be(HttpVersion.Version20);
        response.GetVendorResult().IsSuccess.Should().BeTrue();
        (await response.Content.ReadAsStringAsync(Token)).Should().Be(LoopbackVendor.Success);
        vendor.Requests.Should().Be(2);
        vendor.Connections.Distinct(StringComparer.Ordinal).Should().ContainSingle();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task GetAsync_GzipError_IsFoundOrSaidToBeUndecided(bool decompresses)
    {
        await using LoopbackVendor vendor = await LoopbackVendor.StartAsync((_, context, _) => WriteGzipAsync(context, """{"errcode":60001,"errmsg":"DATA NOT FOUND"}""", 200));
        using HttpClient client = LoopbackClient.Of(vendor, null, decompresses ? DecompressionMethods.GZip : DecompressionMethods.None);

        using HttpResponseMessage response = await client.GetAsync(new Uri("/x", UriKind.Relative), Token);

        VendorResult result = response.GetVendorResult();
        result.Category.Should().Be(decompresses ? ErrorCategory.NotFound : null);
        result.Confidence.Should().Be(decompresses ? Confidence.Exact : Confidence.NotInspected);
        byte[] read = await response.Content.ReadAsByteArrayAsync(Token);
        using var body = new MemoryStream(read);
        await using Stream plain = decompresses ? body : new GZipStream(body, CompressionMode.Decompress);
        using var reader = new StreamReader(plain);
        (await reader.ReadToEndAsync(Token)).Should().Contain("60001");
    }

    [Theory]
    [InlineData(404, ErrorCategory.NotFound)]
    [InlineData(429, ErrorCategory.RateLimited)]
    [InlineData(500, ErrorCategory.VendorInternal)]
    public async Task PostAsync_GzipErrorThatNobodyDecompresses_IsJudgedByItsStatus(int status, ErrorCategory category)
    {
        await using LoopbackVendor vendor = await LoopbackVendor.StartAsync((_, context, _) => WriteGzipAsync(context, """{"errcode":40002,"errmsg":"PARAMETER ERROR"}""", status));
        VendorErrorOptions options = LoopbackClient.Quick();
        options.MaxRetryAttempts = 0;
        using HttpClient client = LoopbackClient.Of(vendor, options);
        using var content = new StringContent("{}");

        using HttpResponseMessage response = await client.PostAsync(new Uri("/x", UriKind.Relative), content, Token);

        response.GetVendorResult().Category.Should().Be(category);
    }

    [Fact]
    public async Task GetAsync_BrokenGzip_LeavesTheAnswerToTheCaller()
    {
        await using LoopbackVendor vendor = await LoopbackVendor.StartAsync((_, context, _) =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            return LoopbackVendor.WriteAsync(context, "this was never compressed", 400);
        });
        using HttpClient client = LoopbackClient.Of(vendor, null, DecompressionMethods.GZip);

        using HttpResponseMessage response = await client.GetAsync(new Uri("/x", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Token);

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        Func<Task> read = () => response.Content.ReadAsStringAsync(Token);
        await read.Should().ThrowAsync<Exception>("the body breaks for the caller as it would without us");
    }

    private static async Task WriteGzipAsync(HttpContext context, string text, int status)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.Headers.ContentEncoding = "gzip";
        using var buffer = new MemoryStream();
        await using (var zip = new GZipStream(buffer, CompressionMode.Compress, leaveOpen: true))
        {
            await zip.WriteAsync(Encoding.UTF8.GetBytes(text));
        }

        context.Response.ContentLength = buffer.Length;
        buffer.Position = 0;
        await buffer.CopyToAsync(context.Response.Body);
    }
}
