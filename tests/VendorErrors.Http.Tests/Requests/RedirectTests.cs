using Polly;

namespace VendorErrors.Http.Tests.Requests;

public class RedirectTests
{
    private static readonly Func<HttpRequestMessage, int, HttpResponseMessage> s_limited = (_, _) => Transport.Json("{}", 429, retryAfter: 5);

    [Theory(Timeout = 10_000)]
    [InlineData(302, "http://vendor.test/elsewhere")]
    [InlineData(303, "http://vendor.test/elsewhere")]
    [InlineData(307, "http://vendor.test/elsewhere")]
    [InlineData(308, "http://other.test/openapi/v1.0/call/dial")]
    [InlineData(307, "http://vendor.test/openapi/v1.0/call/dial?again=1")]
    public async Task Post_RedirectedThenRefused_IsNotSentAgainAndNamesNoTime(int status, string to)
    {
        using var rig = new Rig(FrozenVendors.Pbx, (request, count) => count == 1 ? Transport.RedirectTo(to, status) : s_limited(request, count));

        using HttpResponseMessage response = await rig.SendAsync(Rig.Post());

        rig.Transport.Sent.Should().HaveCount(2, "the first address and the one it sent us to");
        response.GetVendorDecision().StopReason.Should().Be(StopReason.EffectUnknown);
        response.GetVendorResult().Effect.Should().Be(Effect.Unknown, "the first address may have done it");
        response.GetVendorDecision().Wait.Should().BeNull("a stop is not a permission");
        response.Invoking(r => r.EnsureVendorSuccess()).Should().Throw<VendorErrorException>().Which.NotBefore.Should().BeNull();
    }

    [Theory(Timeout = 10_000)]
    [InlineData(302, "http://vendor.test/elsewhere")]
    [InlineData(303, "http://vendor.test/elsewhere")]
    [InlineData(307, "http://vendor.test/elsewhere")]
    [InlineData(307, "http://vendor.test/openapi/v1.0/call/dial?again=1")]
    public async Task AddVendorRetry_PostRedirectedThenRefused_IsNotSentAgain(int status, string to)
    {
        var transport = new Transport((request, count) => count % 2 == 1 ? Transport.RedirectTo(to, status) : s_limited(request, count));

        using HttpResponseMessage response = await RunAsync(transport, () => Rig.Post());

        transport.Sent.Should().HaveCount(2);
        response.GetVendorDecision().StopReason.Should().Be(StopReason.EffectUnknown);
    }

    [Fact(Timeout = 10_000)]
    public async Task AddVendorRetry_AnotherTokenInTheQuery_IsNoRedirect()
    {
        var transport = new Transport((request, count) => count == 1 ? s_limited(request, count) : Transport.Json(Bodies.YeastarOk));
        var token = 0;

        using HttpResponseMessage response = await RunAsync(transport, () => Rig.Post($"http://vendor.test/openapi/v1.0/call/dial?access_token={token++}"));

        response.GetVendorResult().IsSuccess.Should().BeTrue();
        transport.Sent.Should().HaveCount(2);
    }

    [Fact(Timeout = 10_000)]
    public async Task AddVendorRetry_RelativeAddressInTheContext_IsNoRedirect()
    {
        var transport = new Transport((request, count) => count == 1 ? s_limited(request, count) : Transport.Json(Bodies.YeastarOk));
        using var described = new HttpRequestMessage(HttpMethod.Post, "call/dial") { Content = new StringContent("{}") };

        using HttpResponseMessage response = await RunAsync(transport, () => Rig.Post(), described);

        response.GetVendorResult().IsSuccess.Should().BeTrue();
    }

    [Fact(Timeout = 10_000)]
    public async Task Post_HandlerInsideChangesTheHost_IsNoRedirect()
    {
        using var rig = new Rig(
            FrozenVendors.Pbx,
            (request, count) => count == 1 ? s_limited(request, count) : Transport.Json(Bodies.YeastarOk),
            inside: InnerHandler.Changes(request => request.RequestUri = new UriBuilder(request.RequestUri!) { Host = "10.0.0.7" }.Uri));

        using HttpResponseMessage response = await rig.SendAsync(Rig.Post());

        response.GetVendorResult().IsSuccess.Should().BeTrue();
        rig.Transport.Sent.Select(sent => sent.Address).Should().OnlyContain(address => address.StartsWith("http://10.0.0.7/", StringComparison.Ordinal));
    }

    [Fact(Timeout = 10_000)]
    public async Task Post_TokenInThePath_IsNoRedirect()
    {
        var options = new VendorErrorOptions { Authorize = request => request.RequestUri = new Uri(request.RequestUri!.ToString() + "/t0ken") };
        using var rig = new Rig(Vendor.Dexatel, (_, count) => count == 1 ? Transport.Json("{}", 429, 5) : Transport.Json("""{"data":[]}"""), options);

        using HttpResponseMessage response = await rig.SendAsync(Rig.Post("http://vendor.test/v1/messages"));

        response.GetVendorResult().IsSuccess.Should().BeTrue();
        rig.Transport.Sent.Select(sent => sent.Address).Should().Equal("http://vendor.test/v1/messages/t0ken", "http://vendor.test/v1/messages/t0ken");
    }

    [Fact(Timeout = 10_000)]
    public async Task Post_RedirectedThenConnectionRefused_IsNotCalledNeverSent()
    {
        using var rig = new Rig(Vendor.Dexatel, (_, count) => count == 1
            ? Transport.RedirectTo("http://other.test/", 307)
            : throw new HttpRequestException("refused", new System.Net.Sockets.SocketException((int)System.Net.Sockets.SocketError.ConnectionRefused)));

        Exception thrown = (await FluentActions.Awaiting(() => rig.SendAsync(Rig.Post("http://vendor.test/v1/messages"))).Should().ThrowAsync<HttpRequestException>()).Which;

        rig.Transport.Sent.Should().HaveCount(2);
        thrown.GetVendorResult().Effect.Should().Be(Effect.Unknown);
    }

    private static async Task<HttpResponseMessage> RunAsync(Transport transport, Func<HttpRequestMessage> make, HttpRequestMessage? described = null)
    {
        using var invoker = new HttpMessageInvoker(transport, disposeHandler: false);
        ResiliencePipeline<HttpResponseMessage> pipeline = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = new FakeTime() }.AddVendorRetry(FrozenVendors.Pbx).Build();
        ResilienceContext context = ResilienceContextPool.Shared.Get(TestContext.Current.CancellationToken);
        context.Properties.Set(VendorResilienceKeys.Request, described ?? make());
        try
        {
            return await pipeline.ExecuteAsync(async attempt => await invoker.SendAsync(make(), attempt.CancellationToken), context);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }
}
