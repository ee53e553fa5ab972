#pragma warning disable MA0004 // The pages show what an application writes.
using Microsoft.Extensions.DependencyInjection;
using Polly;
using Polly.CircuitBreaker;
using Polly.Hedging;

namespace VendorErrors.Http.Tests.Docs;

/// <summary>The C# of docs/own-pipeline.md.</summary>
internal static class PipelineSnippets
{
    internal static ResiliencePipeline<HttpResponseMessage> Build()
    {
        ResiliencePipeline<HttpResponseMessage> pipeline = new ResiliencePipelineBuilder<HttpResponseMessage>()
            .AddTimeout(TimeSpan.FromSeconds(60))
            .AddVendorRetry(Vendor.Dexatel, new VendorErrorOptions { MaxRetryAttempts = 2, TotalTimeout = TimeSpan.FromSeconds(60) })
            .Build();
        return pipeline;
    }

    internal static ResiliencePipeline<HttpResponseMessage> BuildWithABreaker()
    {
        ResiliencePipeline<HttpResponseMessage> pipeline = new ResiliencePipelineBuilder<HttpResponseMessage>()
            .AddVendorRetry(Vendor.TalkdeskDialer)
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<HttpResponseMessage> { ShouldHandle = VendorPredicates.Outage(), MinimumThroughput = 10 })
            .AddVendorClassification(Vendor.TalkdeskDialer)
            .AddTimeout(TimeSpan.FromSeconds(10))
            .Build();
        return pipeline;
    }

    internal static ResiliencePipeline<HttpResponseMessage> BuildWithHedging() => new ResiliencePipelineBuilder<HttpResponseMessage>()
        .AddHedging(new HedgingStrategyOptions<HttpResponseMessage>
        {
            ShouldHandle = VendorPredicates.SafeToSendAgain(),
            ActionGenerator = args => args.PrimaryContext.GetVendorOperation(Vendor.TalkdeskDialer).Safety == OperationSafety.Read
                ? () => args.Callback(args.ActionContext)
                : null,
        })
        .AddVendorClassification(Vendor.TalkdeskDialer)
        .Build();

    internal static void AddInsideResilience(IServiceCollection services)
    {
        services.AddHttpClient("sms")
            .AddResilienceHandler("vendor", pipeline => pipeline
                .AddVendorRetry(Vendor.Dexatel)
                .AddTimeout(TimeSpan.FromSeconds(10)));
    }

    internal static async Task<HttpResponseMessage> SendAsync(
        ResiliencePipeline<HttpResponseMessage> pipeline, HttpClient client, Func<HttpRequestMessage> makeRequest, CancellationToken cancellationToken)
    {
        ResilienceContext context = ResilienceContextPool.Shared.Get(cancellationToken);
        using HttpRequestMessage described = makeRequest();
        context.Properties.Set(VendorResilienceKeys.Request, described);
        try
        {
            return await pipeline.ExecuteAsync(
                async attempt =>
                {
                    using HttpRequestMessage request = makeRequest();
                    return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, attempt.CancellationToken);
                },
                context);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    internal static async Task<VendorResult> ReadResultAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        byte[] body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        return Vendor.Dexatel.Classify(new VendorResponse((int)response.StatusCode, body) { Headers = response.Headers });
    }
}
