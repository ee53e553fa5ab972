using Polly;

namespace VendorErrors.Http.Retries;

/// <summary>An engine and the Polly pipeline that retries by its decisions.</summary>
internal sealed class VendorPipeline(VendorEngine engine, TimeProvider time)
{
    public VendorEngine Engine { get; } = engine;

    public ResiliencePipeline<HttpResponseMessage> Retry { get; } =
        VendorRetry.AddTo(new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time }, engine).Build();
}
