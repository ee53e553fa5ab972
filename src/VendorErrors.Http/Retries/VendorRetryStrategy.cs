using Polly;

namespace VendorErrors.Http.Retries;

/// <summary>The loop as a strategy of a pipeline. Each execution is a call of its own, whatever the context was used for before.</summary>
internal sealed class VendorRetryStrategy(VendorLoop loop) : ResilienceStrategy<HttpResponseMessage>
{
    internal static readonly ResiliencePropertyKey<VendorCall?> CallKey = new("VendorErrors.Call");

    protected override async ValueTask<Outcome<HttpResponseMessage>> ExecuteCore<TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<HttpResponseMessage>>> callback, ResilienceContext context, TState state)
    {
        HttpRequestMessage? request = VendorResilienceKeys.FindRequest(context, out bool isSent);
        VendorCall? outer = context.Properties.GetValue(CallKey, null);
        VendorCall call = loop.Engine.Beginning.Begin(request, guard: null, isAsync: true, sendsTheMessage: isSent, outer);
        context.Properties.Set(CallKey, call);
        try
        {
            return Polly.Outcome.FromResult(await loop.RunAsync(call, new Callback<TState>(callback, context, state), context.CancellationToken).ConfigureAwait(context.ContinueOnCapturedContext));
        }
#pragma warning disable CA1031 // A strategy reports exceptions as outcomes.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return Polly.Outcome.FromException<HttpResponseMessage>(e);
        }
        finally
        {
            context.Properties.Set(CallKey, outer);
        }
    }

    private readonly struct Callback<TState>(Func<ResilienceContext, TState, ValueTask<Outcome<HttpResponseMessage>>> callback, ResilienceContext context, TState state) : ISender
    {
        // The context has the token of the attempt: a timeout inside the strategy sets it.
        public async ValueTask<HttpResponseMessage> SendAsync(VendorCall call, CancellationToken cancellationToken)
        {
            Outcome<HttpResponseMessage> outcome = await callback(context, state).ConfigureAwait(context.ContinueOnCapturedContext);
            outcome.ThrowIfException();
            return outcome.Result!;
        }
    }
}
