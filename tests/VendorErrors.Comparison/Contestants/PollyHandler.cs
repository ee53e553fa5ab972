using Polly;

namespace VendorErrors.Comparison.Contestants;

/// <summary>Sends each request through a pipeline.</summary>
internal sealed class PollyHandler(ResiliencePipeline<HttpResponseMessage> pipeline) : DelegatingHandler
{
    private static readonly ResiliencePropertyKey<HttpMethod> s_method = new("method");

    internal static HttpMethod MethodOf(ResilienceContext context) => context.Properties.GetValue(s_method, HttpMethod.Post);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ResilienceContext context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, cancellationToken);
        context.Properties.Set(s_method, request.Method);
        try
        {
            return await pipeline.ExecuteAsync(async (context, request) => await base.SendAsync(request, context.CancellationToken).ConfigureAwait(false), context, request).ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }
}
