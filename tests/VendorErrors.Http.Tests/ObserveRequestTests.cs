using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Polly;
using VendorErrors.Definitions;
using VendorErrors.Http.Retries;

namespace VendorErrors.Http.Tests;

/// <summary>A request that is only observed goes out as it is, whatever handlers further inside do with it.</summary>
public class ObserveRequestTests
{
    private static readonly Uri s_address = new("http://vendor.test/openapi/v1.0/call/dial");

    [Fact(Timeout = 10_000)]
    public async Task Request_OfEachKind_GoesOutAsItIs()
    {
        var keyed = new Vendor("keyed", "Keyed", new VendorDefinition { IdempotencyKeyHeader = "X-Key" });
        var content = new StreamContent(ScriptedStream.Of("ab", "c"));
        HttpContent? sent = null;
        var inner = new InnerHandler((request, send) =>
        {
            sent = request.Content;
            return send(request);
        });
        using var rig = new Rig(keyed, (_, _) => Transport.Json("{}", 503), new VendorErrorOptions { Mode = HandlerMode.Observe, AddIdempotencyKey = true }, refresher: null, inner);

        using HttpResponseMessage response = await rig.SendAsync(new HttpRequestMessage(HttpMethod.Post, s_address) { Content = content });
        using HttpResponseMessage empty = await rig.SendAsync(new HttpRequestMessage(HttpMethod.Post, s_address));

        rig.Transport.Sent[0].Body.Should().Be("abc");
        rig.Transport.Sent.Should().OnlyContain(request => request.Headers.Count == 0);
        rig.Transport.Sent[1].HasContent.Should().BeFalse("nothing is put in place of no content");
        sent.Should().BeNull();
        response.GetVendorDecision().StopReason.Should().Be(StopReason.EffectUnknown, "it was sent without a key");
        response.RequestMessage!.Content.Should().BeSameAs(content);
    }

    [Fact(Timeout = 10_000)]
    public async Task HandlerInside_PutsATokenIntoTheQuery_IsNoRedirect()
    {
        using var rig = new Rig(FrozenVendors.Pbx, (_, _) => Transport.Json("{}", 429, 5), new VendorErrorOptions { Mode = HandlerMode.Observe },
            refresher: null, InnerHandler.Changes(request => request.RequestUri = new Uri(request.RequestUri!, "?page=2")));

        using HttpResponseMessage response = await rig.SendAsync(Rig.Post());

        response.GetVendorResult().Effect.Should().Be(Effect.None);
        response.GetVendorDecision().Action.Should().Be(RetryAction.Retry);
    }

    [Fact(Timeout = 10_000)]
    public async Task HandlerInside_EndsItBeforeTheTransport_HasNoEffect()
    {
        using var rig = new Rig(FrozenVendors.Pbx, (_, _) => Transport.Json("{}"), new VendorErrorOptions { Mode = HandlerMode.Observe }, refresher: null, new InnerHandler((_, _) => throw new TimeoutException()));

        Exception thrown = (await FluentActions.Awaiting(() => rig.SendAsync(Rig.Post())).Should().ThrowAsync<TimeoutException>()).Which;

        thrown.GetVendorResult().Effect.Should().Be(Effect.None);
    }

    [Fact(Timeout = 10_000)]
    public async Task HandlerInside_SendsAWriteAgain_IsNotStopped()
    {
        using var rig = new Rig(FrozenVendors.Pbx, (_, count) => Transport.Json("{}", count == 1 ? 503 : 429), new VendorErrorOptions { Mode = HandlerMode.Observe }, refresher: null, new InnerHandler(async (request, send) =>
        {
            (await send(request)).Dispose();
            return await send(request);
        }));

        using HttpResponseMessage response = await rig.SendAsync(Rig.Post());

        rig.Transport.Executed.Should().Be(2);
        response.GetVendorDecision().StopReason.Should().Be(StopReason.EffectUnknown, "the 429 says nothing about the first");
    }

    [Fact(Timeout = 10_000)]
    public async Task Trace_WhileItGoesOut_IsTheCallersOwn()
    {
        using var traces = new SeenTelemetry();
        Activity? current = null;
        using var rig = new Rig(FrozenVendors.Pbx, (_, _) => Transport.Json("{}"), new VendorErrorOptions { Mode = HandlerMode.Observe }, refresher: null, InnerHandler.Changes(_ => current = Activity.Current));
        Activity? before = Activity.Current;

        using HttpResponseMessage response = await rig.SendAsync(Rig.Get());

        current.Should().BeSameAs(before, "one of ours would put a header on the request");
    }

    [Fact(Timeout = 10_000)]
    public async Task AddVendorRetry_Observing_SendsOnce()
    {
        var sends = 0;
        ResiliencePipeline<HttpResponseMessage> pipeline = new ResiliencePipelineBuilder<HttpResponseMessage>()
            .AddVendorRetry(FrozenVendors.Pbx, new VendorErrorOptions { Mode = HandlerMode.Observe, AttemptTimeout = TimeSpan.FromMilliseconds(1) }).Build();

        using HttpResponseMessage response = await pipeline.ExecuteAsync(
            async token =>
            {
                sends++;
                await Task.Delay(50, token);
                return Transport.Json("{}", 429, 0);
            },
            TestContext.Current.CancellationToken);

        sends.Should().Be(1);
        response.GetVendorDecision().Action.Should().Be(RetryAction.Retry);
    }
}
