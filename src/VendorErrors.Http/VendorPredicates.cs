using Polly;
using VendorErrors.Retries;

namespace VendorErrors.Http;

/// <summary>
/// What Polly's own strategies should handle, by the verdict that <c>AddVendorClassification</c>, further inside, hung on the response or the
/// exception. Each call makes a builder of its own, which more can be added to. Without a verdict nothing is handled.
/// </summary>
/// <example>
/// <code>
/// .AddCircuitBreaker(new CircuitBreakerStrategyOptions&lt;HttpResponseMessage&gt; { ShouldHandle = VendorPredicates.Outage() })
/// .AddVendorClassification(Vendor.Dexatel)
/// </code>
/// </example>
public static class VendorPredicates
{
    /// <summary>
    /// The vendor, or the way to it, does not work: for circuit breakers. Neither a request that the vendor refuses for what it is, nor one that is
    /// to come later, nor one that the caller cancelled.
    /// </summary>
    public static PredicateBuilder<HttpResponseMessage> Outage() => Where(static (result, _) =>
        result.Error is { Group: ErrorGroup.Vendor or ErrorGroup.Transport or ErrorGroup.Protocol, Category: not ErrorCategory.Cancelled });

    /// <summary>A later attempt may succeed, whatever the request is. For a strategy that repeats reads only.</summary>
    public static PredicateBuilder<HttpResponseMessage> Transient() => Where(static (result, _) => result.Retry.Disposition == RetryDisposition.AfterDelay);

    /// <summary>
    /// This very request may be sent again now or after a wait, without doing anything twice: for retries and hedging. A plain write whose effect is
    /// unknown is not among them, and neither is an expired credential.
    /// </summary>
    public static PredicateBuilder<HttpResponseMessage> SafeToSendAgain() => Where(static (_, decision) => decision.Action == RetryAction.Retry);

    /// <summary>Any failure and any partial success.</summary>
    public static PredicateBuilder<HttpResponseMessage> Failure() => Where(static (result, _) => result.IsFailure || result.Outcome == VendorOutcome.PartialSuccess);

    private static PredicateBuilder<HttpResponseMessage> Where(Func<VendorResult, RetryDecision, bool> isHandled) => new PredicateBuilder<HttpResponseMessage>()
        .HandleResult(response => isHandled(response.GetVendorResult(), response.GetVendorDecision()))
        .Handle<Exception>(exception => isHandled(exception.GetVendorResult(), exception.GetVendorDecision()));
}
