using Polly;
using Polly.Retry;

namespace VendorErrors.Http.Retries;

/// <summary>
/// Polly's retry strategy, fed from the engine. The decision is made once, in the predicate, which runs first; the delay generator only
/// reads it, because Polly's own <c>MaxDelay</c> does not bound a generated delay.
/// </summary>
internal static class VendorRetry
{
    internal static RetryStrategyOptions<HttpResponseMessage> Strategy(VendorEngine engine) => new()
    {
        Name = "VendorErrors",

        // The policy decides when enough was tried, by category and row; a bound here would only hide its reason.
        MaxRetryAttempts = int.MaxValue,
        ShouldHandle = args => engine.ShouldRetryAsync(CallOf(engine, args.Context), args.Outcome, args.Context.CancellationToken),
        DelayGenerator = args => new ValueTask<TimeSpan?>(CallOf(engine, args.Context).Decision.Wait ?? TimeSpan.Zero),
        OnRetry = args => engine.OnRetryAsync(CallOf(engine, args.Context), args.Outcome.Result, args.Context.CancellationToken),
    };

    /// <summary>The call of a context; in a pipeline of the caller's own it begins with the first answer.</summary>
    private static VendorCall CallOf(VendorEngine engine, ResilienceContext context)
    {
        if (context.Properties.GetValue(VendorCall.Key, null) is { } call)
        {
            return call;
        }

        VendorCall begun = engine.Begin(context.Properties.GetValue(VendorResilienceKeys.Request, null!), isAsync: true);
        context.Properties.Set(VendorCall.Key, begun);
        return begun;
    }
}
