using Polly;

namespace VendorErrors.Http.Retries;

/// <summary>Inside the retry, before each attempt: passes the cool-down gate and puts the present credential on the request. A first attempt that was made already is only handed on.</summary>
internal sealed class AttemptStrategy(VendorEngine engine) : ResilienceStrategy<HttpResponseMessage>
{
    protected override async ValueTask<Outcome<HttpResponseMessage>> ExecuteCore<TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<HttpResponseMessage>>> callback, ResilienceContext context, TState state)
    {
        VendorCall call = VendorRetry.CallOf(context);
        if (call.TakeFirst() is { } first)
        {
            return first;
        }

        try
        {
            await engine.PrepareAttemptAsync(call, context.CancellationToken).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // A strategy reports exceptions as outcomes; the retry around it tells what they mean.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return Polly.Outcome.FromException<HttpResponseMessage>(e);
        }

        return await callback(context, state).ConfigureAwait(false);
    }
}
