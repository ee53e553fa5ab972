using Polly;

namespace VendorErrors.Http.Tests.Kit;

/// <summary>A request through a pipeline that knows of it.</summary>
internal static class PipelineCall
{
    private static readonly Uri s_address = new("http://vendor.test/telephony/dial");

    internal static async Task<HttpResponseMessage> RunAsync(ResiliencePipeline<HttpResponseMessage> pipeline, Transport transport, HttpMethod method)
    {
        using var invoker = new HttpMessageInvoker(transport, disposeHandler: false);
        ResilienceContext context = ResilienceContextPool.Shared.Get(TestContext.Current.CancellationToken);
        using var request = new HttpRequestMessage(method, s_address);
        context.Properties.Set(VendorResilienceKeys.Request, request);
        try
        {
            return await pipeline.ExecuteAsync(async c => await invoker.SendAsync(new HttpRequestMessage(method, s_address), c.CancellationToken), context);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }
}
