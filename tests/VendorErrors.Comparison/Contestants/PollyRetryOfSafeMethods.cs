namespace VendorErrors.Comparison.Contestants;

/// <summary>The same, with the retry switched off for unsafe methods, as the same documentation shows.</summary>
internal sealed class PollyRetryOfSafeMethods : PollyRetry
{
    public override string Name => "Polly, safe methods";

    protected override string Methods => "GET, HEAD, OPTIONS and TRACE alone";

    protected override bool MayRetry(HttpMethod method) =>
        method == HttpMethod.Get || method == HttpMethod.Head || method == HttpMethod.Options || method == HttpMethod.Trace;
}
