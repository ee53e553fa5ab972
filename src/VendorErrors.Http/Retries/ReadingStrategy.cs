using Polly;

namespace VendorErrors.Http.Retries;

/// <summary>Innermost: classifies each answer, within the time of its attempt.</summary>
internal sealed class ReadingStrategy(VendorEngine engine) : ResilienceStrategy<HttpResponseMessage>
{
    protected override async ValueTask<Outcome<HttpResponseMessage>> ExecuteCore<TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<HttpResponseMessage>>> callback, ResilienceContext context, TState state)
    {
        Outcome<HttpResponseMessage> outcome = await callback(context, state).ConfigureAwait(false);
        if (outcome.Result is not { } response)
        {
            return outcome;
        }

        try
        {
            VendorCall call = VendorRetry.CallOf(context);
            call.Result = await engine.ReadAsync(call, response, context.CancellationToken).ConfigureAwait(false);
            return outcome;
        }
#pragma warning disable CA1031 // A strategy reports exceptions as outcomes; the retry around it tells what they mean.
        catch (Exception e)
#pragma warning restore CA1031
        {
            response.Dispose();
            return Polly.Outcome.FromException<HttpResponseMessage>(e);
        }
    }
}
