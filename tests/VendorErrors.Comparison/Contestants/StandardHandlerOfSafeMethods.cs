using Microsoft.Extensions.Http.Resilience;

namespace VendorErrors.Comparison.Contestants;

/// <summary>The same, with the retry switched off for unsafe methods by the package's own option.</summary>
internal sealed class StandardHandlerOfSafeMethods : StandardHandler
{
    public override string Name => "standard handler, safe methods";

    public override string Explanation => "The same with `Retry.DisableForUnsafeHttpMethods()`, which goes by the HTTP method and so misses GETs that write.";

#pragma warning disable EXTEXP0001 // Marked experimental, and all the same what users of the package are advised to call.
    protected override void Configure(HttpStandardResilienceOptions options) => options.Retry.DisableForUnsafeHttpMethods();
#pragma warning restore EXTEXP0001
}
