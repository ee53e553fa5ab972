using Microsoft.Extensions.DependencyInjection;

namespace VendorErrors.Http.Tests.Kestrel;

[Trait("Category", "Slow")]
public class CallerTests
{
    private static readonly Uri s_address = new("/openapi/v1.0/extension/list", UriKind.Relative);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetAsync_OurHandlerOutsideAnotherRetry_KeepsTheAnswer()
    {
        await using LoopbackVendor vendor = await LoopbackVendor.StartAsync((_, context, count) => count switch
        {
            1 => LoopbackVendor.WriteAsync(context, "{}", 503),
            2 => LoopbackVendor.WriteAsync(context, LoopbackVendor.Failure),
            _ => LoopbackVendor.WriteAsync(context, LoopbackVendor.Success),
        });
        using var theirs = new RetryHandler(2) { InnerHandler = new SocketsHttpHandler() };
        using HttpClient client = LoopbackClient.Of(vendor, new VendorErrorHandler(FrozenVendors.Pbx, LoopbackClient.Quick()) { InnerHandler = theirs });

        using HttpResponseMessage response = await client.GetAsync(s_address, Token);

        vendor.Requests.Should().Be(3);
        response.GetVendorResult().IsSuccess.Should().BeTrue();
        (await response.Content.ReadAsStringAsync(Token)).Should().Be(LoopbackVendor.Success);
    }

    [Fact]
    public async Task GetAsync_OurHandlerInsideAnotherRetry_KeepsTheAnswer()
    {
        await using LoopbackVendor vendor = await LoopbackVendor.StartAsync((_, context, count) => LoopbackVendor.WriteAsync(context, "{}", count < 3 ? 503 : 500));
        VendorErrorOptions options = LoopbackClient.Quick();
        options.MaxRetryAttempts = 1;
        var ours = new VendorErrorHandler(FrozenVendors.Pbx, options) { InnerHandler = new SocketsHttpHandler() };
        using HttpClient client = LoopbackClient.Of(vendor, new RetryHandler(1) { InnerHandler = ours });

        using HttpResponseMessage response = await client.GetAsync(s_address, Token);

        vendor.Requests.Should().Be(4, "each of two calls to ours is tried twice");
        response.GetVendorResult().Category.Should().Be(ErrorCategory.VendorInternal, "the result is that of the answer the caller holds");
        (await response.Content.ReadAsStringAsync(Token)).Should().Be("{}");
    }

    [Fact]
    public async Task GetAsync_WithoutAContainer_Works()
    {
        await using LoopbackVendor vendor = await LoopbackVendor.StartAsync((_, context, _) => LoopbackVendor.WriteAsync(context, """{"errcode":60001,"errmsg":"DATA NOT FOUND"}"""));
        using var client = new HttpClient(new VendorErrorHandler(FrozenVendors.Pbx));

        using HttpResponseMessage response = await client.GetAsync(vendor.Address, Token);

        response.GetVendorResult().Category.Should().Be(ErrorCategory.NotFound);
        Action ensure = () => response.EnsureVendorSuccess();
        ensure.Should().Throw<VendorErrorException>().Which.Error!.Code.Should().Be("60001");
    }

    [Trait(Asset.Trait, Asset.Net)]
    [Fact]
    public async Task Send_Synchronously_RetriesAndReads()
    {
        await using LoopbackVendor vendor = await LoopbackVendor.StartAsync((_, context, count) => LoopbackVendor.WriteAsync(context, count == 1 ? LoopbackVendor.Failure : LoopbackVendor.Success));
        using HttpClient client = LoopbackClient.Of(vendor);
        using var request = new HttpRequestMessage(HttpMethod.Get, s_address);

#pragma warning disable CA1849, MA0042 // The synchronous way is what is tested.
        using HttpResponseMessage response = client.Send(request, HttpCompletionOption.ResponseHeadersRead, Token);
        using var reader = new StreamReader(response.Content.ReadAsStream(Token));
        string text = reader.ReadToEnd();
#pragma warning restore CA1849, MA0042

        text.Should().Be(LoopbackVendor.Success);
        vendor.Requests.Should().Be(2);
    }

    [Fact]
    public async Task GetAsync_TwoRequestsOfOneCaller_HaveTheirOwnResults()
    {
        await using LoopbackVendor vendor = await LoopbackVendor.StartAsync((_, context, count) => LoopbackVendor.WriteAsync(context, count == 1 ? """{"errcode":60001,"errmsg":"DATA NOT FOUND"}""" : LoopbackVendor.Success));
        using HttpClient client = LoopbackClient.Of(vendor);

        using HttpResponseMessage first = await client.GetAsync(s_address, Token);
        using HttpResponseMessage second = await client.GetAsync(s_address, Token);

        first.GetVendorResult().Category.Should().Be(ErrorCategory.NotFound);
        second.GetVendorResult().IsSuccess.Should().BeTrue();
    }

    [Fact]
    public async Task SendAsync_TheSameMessageTwiceByAnInvoker_HasResultsOfEach()
    {
        await using LoopbackVendor vendor = await LoopbackVendor.StartAsync((_, context, count) => LoopbackVendor.WriteAsync(context, count == 1 ? """{"errcode":60001,"errmsg":"DATA NOT FOUND"}""" : LoopbackVendor.Success));
        using var client = new HttpMessageInvoker(new VendorErrorHandler(FrozenVendors.Pbx));
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(vendor.Address, s_address));

        using HttpResponseMessage first = await client.SendAsync(request, Token);
        using HttpResponseMessage second = await client.SendAsync(request, Token);

        second.GetVendorResult().IsSuccess.Should().BeTrue();
        first.GetVendorResult().Category.Should().Be(ErrorCategory.NotFound, "what an answer means does not change because another came");
    }

    [Theory]
    [InlineData("before")]
    [InlineData("headers")]
    [InlineData("peek")]
    [InlineData("error body")]
    [InlineData("wait")]
    public async Task GetAsync_CallerCancels_EndsAtOnceAndTheClientGoesOn(string point)
    {
        await using LoopbackVendor vendor = await LoopbackVendor.StartAsync((self, context, count) => (count, point) switch
        {
            (1, "headers") => Task.Delay(Timeout.Infinite, context.RequestAborted),
            (1, "peek") => self.WriteAndStallAsync(context, """{"err"""),
            (1, "error body") => self.WriteAndStallAsync(context, """{"err""", 500),
            (1, "wait") => Later(context),
            _ => LoopbackVendor.WriteAsync(context, LoopbackVendor.Success),
        });
        using HttpClient client = LoopbackClient.Of(vendor, new VendorErrorOptions { Cooldown = CooldownMode.Off });
        using var caller = new CancellationTokenSource();
        if (point == "before")
        {
            // A timer of no time at all could still come after a quick answer.
            await caller.CancelAsync();
        }
        else
        {
            caller.CancelAfter(TimeSpan.FromMilliseconds(400));
        }

        Func<Task> get = async () => (await client.GetAsync(s_address, HttpCompletionOption.ResponseHeadersRead, caller.Token).WaitAsync(TimeSpan.FromSeconds(5), Token)).Dispose();

        await get.Should().ThrowAsync<OperationCanceledException>();
        using HttpResponseMessage next = await client.GetAsync(s_address, Token);
        next.GetVendorResult().IsSuccess.Should().BeTrue();

        static Task Later(Microsoft.AspNetCore.Http.HttpContext context)
        {
            context.Response.Headers.RetryAfter = "60";
            return LoopbackVendor.WriteAsync(context, LoopbackVendor.Failure, 503);
        }
    }

    [Fact]
    public async Task CreateClient_FromTheFactory_SharesNothingBetweenAnswers()
    {
        await using LoopbackVendor vendor = await LoopbackVendor.StartAsync((_, context, _) => LoopbackVendor.WriteAsync(context, LoopbackVendor.Success));
        var services = new ServiceCollection();
        services.AddHttpClient("pbx", client => client.BaseAddress = vendor.Address).AddVendorErrors(FrozenVendors.Pbx).AddCredentialRefresher(_ => new FakeRefresher());
        await using ServiceProvider provider = services.BuildServiceProvider();
        using HttpClient client = provider.GetRequiredService<IHttpClientFactory>().CreateClient("pbx");

        HttpResponseMessage[] responses = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => client.GetAsync(s_address, Token)));

        responses.Should().OnlyContain(response => response.GetVendorResult().IsSuccess);
        Array.ForEach(responses, response => response.Dispose());
    }
}
