using System.Net;

namespace VendorErrors.Http.Tests.Sockets;

/// <summary>The socket vendor does what its steps say.</summary>
[Trait("Category", "Slow")]
public sealed class RawVendorTests
{
    private static readonly Uri s_path = new("/v1/calls", UriKind.Relative);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Post_BodyWithLengthOrInChunks_IsReadWholeAndConnectionKept(bool chunked)
    {
        string body = new('x', 100_000);
        await using RawVendor vendor = RawVendor.Start(RawStep.Answer(202, "first", "X-Id: 7"), RawStep.Ok);
        using HttpClient client = Client(vendor);

        using HttpResponseMessage first = await SendAsync(client, body, chunked);
        using HttpResponseMessage second = await SendAsync(client, body, chunked);

        first.StatusCode.Should().Be(HttpStatusCode.Accepted);
        first.Headers.GetValues("X-Id").Should().Equal("7");
        (await first.Content.ReadAsStringAsync(Token)).Should().Be("first");
        second.StatusCode.Should().Be(HttpStatusCode.OK);
        vendor.Executed.Should().HaveCount(2).And.OnlyContain(request => request.Method == "POST" && request.Target == "/v1/calls" && request.Body == body && request.Connection == 1);
        vendor.Executed[0].Headers.ContainsKey("transfer-encoding").Should().Be(chunked);
    }

    [Fact]
    public async Task Post_ExpectContinue_IsContinued()
    {
        await using RawVendor vendor = RawVendor.Start(RawStep.Ok);
        using HttpClient client = Client(vendor);
        client.DefaultRequestHeaders.ExpectContinue = true;

        using HttpResponseMessage response = await SendAsync(client, "body", chunked: false);

        vendor.Executed.Should().ContainSingle().Which.Body.Should().Be("body");
    }

    [Fact]
    public async Task Post_StallAfterHeaders_GivesTheHeadAndNoBody()
    {
        await using RawVendor vendor = RawVendor.Start(RawStep.StallAfterHeaders(503, "Retry-After: 5"));
        using HttpClient client = Client(vendor);
        using var request = new HttpRequestMessage(HttpMethod.Post, s_path) { Content = new StringContent("body") };

        using HttpResponseMessage response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Token);
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        Func<Task> read = () => response.Content.ReadAsStringAsync(patience.Token);

        response.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        response.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromSeconds(5));
        await read.Should().ThrowAsync<OperationCanceledException>();
        vendor.Executions.Should().Be(1);
    }

    [Fact]
    public async Task Post_SilenceAndClientLeaves_IsExecutedOnceAndDisposalEnds()
    {
        await using RawVendor vendor = RawVendor.Start(RawStep.Silence);
        using HttpClient client = Client(vendor);
        using var caller = new CancellationTokenSource();

        Task<HttpResponseMessage> call = client.PostAsync(s_path, content: null, caller.Token);
        await Eventually.TrueAsync(() => vendor.Executions == 1);
        await caller.CancelAsync();

        await call.Awaiting(sent => sent).Should().ThrowAsync<OperationCanceledException>();
        vendor.Executions.Should().Be(1);
    }

    private static HttpClient Client(RawVendor vendor) => new(new SocketsHttpHandler()) { BaseAddress = vendor.Address };

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string body, bool chunked)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, s_path) { Content = new StringContent(body) };
        request.Headers.TransferEncodingChunked = chunked ? true : null;
        return await client.SendAsync(request, Token);
    }
}
