using Polly;

namespace VendorErrors.Http.Retries;

/// <summary>Outside the retry: begins the call, so that its deadline counts from before the first attempt.</summary>
internal sealed class CallStrategy(VendorEngine engine) : ResilienceStrategy<HttpResponseMessage>
{
    protected override ValueTask<Outcome<HttpResponseMessage>> ExecuteCore<TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<HttpResponseMessage>>> callback, ResilienceContext context, TState state)
    {
        if (context.Properties.GetValue(VendorCall.Key, null) is null)
        {
            context.Properties.Set(VendorCall.Key, engine.Begin(context.Properties.GetValue(VendorResilienceKeys.Request, null!), isAsync: true));
        }

        return callback(context, state);
    }
}
