// What extends Polly's builder is found with Polly's own namespace; the types of ours are named in full here, to hold that.
using Polly;

namespace SomeApplication;

internal static class PollyAlone
{
    internal static ResiliencePipeline<HttpResponseMessage> Build() => new ResiliencePipelineBuilder<HttpResponseMessage>()
        .AddVendorRetry(VendorErrors.Vendor.Dexatel)
        .AddVendorClassification(VendorErrors.Vendor.Dexatel)
        .Build();

    internal static bool IsRead(ResilienceContext context) => context.GetVendorOperation(VendorErrors.Vendor.Dexatel).Safety == VendorErrors.OperationSafety.Read;
}
