using Microsoft.Extensions.DependencyInjection;
using Polly;
using Polly.CircuitBreaker;
using Polly.Testing;

namespace VendorErrors.Http.Tests.Docs;

/// <summary>The pipelines that docs/own-pipeline.md prints do what it says of them.</summary>
public class PipelinePageTests
{
    private static readonly Uri s_dial = new("http://vendor.test/api/telephony/dial");

    [Fact(Timeout = 60_000)]
    public async Task Breaker_AsPrinted_OpensForErrorsInHttp200()
    {
        var transport = new Transport((_, _) => Transport.Json(Bodies.TalkdeskSystemError));
        ResiliencePipeline<HttpResponseMessage> pipeline = PipelineSnippets.BuildWithABreaker();
        for (var i = 0; i < 10; i++)
        {
            using HttpResponseMessage response = await SendAsync(pipeline, transport, HttpMethod.Post);
            response.GetVendorDecision().StopReason.Should().Be(StopReason.EffectUnknown);
        }

        await FluentActions.Awaiting(() => SendAsync(pipeline, transport, HttpMethod.Post)).Should().ThrowAsync<BrokenCircuitException>();
        transport.Executed.Should().Be(10);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("GET", 2)]
    [InlineData("POST", 1)]
    public async Task Hedging_AsPrinted_SendsReadsAlone(string method, int sent)
    {
        var transport = new Transport((_, count) => Transport.Json(count == 1 ? Bodies.TalkdeskSystemError : Bodies.TalkdeskOk));

        using HttpResponseMessage response = await SendAsync(PipelineSnippets.BuildWithHedging(), transport, new HttpMethod(method));

        transport.Executed.Should().Be(sent);
    }

    [Fact(Timeout = 60_000)]
    public async Task FirstPipeline_AsPrinted_SendsAgain()
    {
        var transport = new Transport((_, count) => count == 1 ? Transport.Json("{}", 429, retryAfter: 1) : Transport.Json("{}"));

        using HttpResponseMessage response = await SendAsync(PipelineSnippets.Build(), transport, HttpMethod.Post);

        transport.Executed.Should().Be(2);
        (await PipelineSnippets.ReadResultAsync(response, TestContext.Current.CancellationToken)).IsSuccess.Should().BeTrue();
    }

    [Fact(Timeout = 60_000)]
    public async Task InsideResilience_AsPrinted_SendsAgain()
    {
        var transport = new Transport((_, count) => count == 1 ? Transport.Json("{}", 429, retryAfter: 1) : Transport.Json("{}"));
        var services = new ServiceCollection();
        PipelineSnippets.AddInsideResilience(services);
        services.AddHttpClient("sms").ConfigurePrimaryHttpMessageHandler(() => transport);
        await using ServiceProvider provider = services.BuildServiceProvider();
        using HttpClient client = provider.GetRequiredService<IHttpClientFactory>().CreateClient("sms");

        using HttpResponseMessage response = await client.PostAsync(s_dial, new StringContent("{}"), TestContext.Current.CancellationToken);

        response.GetVendorResult().IsSuccess.Should().BeTrue();
        transport.Sent.Select(sent => sent.Body).Should().Equal("{}", "{}");
    }

    [Fact]
    public void Strategies_AsPrinted_StandInTheOrderThatThePageExplains()
    {
        NamesOf(PipelineSnippets.Build()).Should().Equal("Timeout", "VendorErrors", "VendorErrors.Attempt");
        NamesOf(PipelineSnippets.BuildWithABreaker()).Should().Equal("VendorErrors", "VendorErrors.Attempt", "CircuitBreaker", "VendorErrors.Classification", "Timeout");
        NamesOf(PipelineSnippets.BuildWithHedging()).Should().Equal("Hedging", "VendorErrors.Classification");
    }

    private static IEnumerable<string?> NamesOf(ResiliencePipeline<HttpResponseMessage> pipeline) => pipeline.GetPipelineDescriptor().Strategies.Select(strategy => strategy.Options?.Name);

    private static async Task<HttpResponseMessage> SendAsync(ResiliencePipeline<HttpResponseMessage> pipeline, Transport transport, HttpMethod method)
    {
        using var client = new HttpClient(transport, disposeHandler: false);
        return await PipelineSnippets.SendAsync(pipeline, client, () => new HttpRequestMessage(method, s_dial), TestContext.Current.CancellationToken);
    }
}
