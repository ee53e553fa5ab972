using Polly;

namespace VendorErrors.Http.Retries;

/// <summary>
/// Outside the retry: begins the call, so that its deadline counts from before the first attempt, and forgets it afterwards, because
/// a context may be used again. Only the handler's own call is taken over.
/// </summary>
internal sealed class CallStrategy(VendorEngine engine) : ResilienceStrategy<HttpResponseMessage>
{
    protected override async ValueTask<Outcome<HttpResponseMessage>> ExecuteCore<TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<HttpResponseMessage>>> callback, ResilienceContext context, TState state)
    {
        if (context.Properties.GetValue(VendorCall.Key, null) is { IsOfHandler: true })
        {
            return await callback(context, state).ConfigureAwait(false);
        }

        VendorCall call = engine.Begin(context.Properties.GetValue(VendorResilienceKeys.Request, null!), isAsync: true, isOfHandler: false);
        context.Properties.Set(VendorCall.Key, call);
        try
        {
            return await callback(context, state).ConfigureAwait(false);
        }
        finally
        {
            engine.Leave(call, default);
            context.Properties.Set(VendorCall.Key, null);
        }
    }
}
