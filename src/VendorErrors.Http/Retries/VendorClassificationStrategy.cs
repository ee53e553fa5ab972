using Polly;

namespace VendorErrors.Http.Retries;

/// <summary>
/// Classifies what an attempt came to and hangs the verdict on the response or the exception. Sends once, waits for nothing and keeps nothing
/// of an account: what is sent again, and when, is up to the strategies around it.
/// </summary>
internal sealed class VendorClassificationStrategy(VendorEngine engine) : ResilienceStrategy<HttpResponseMessage>
{
    protected override async ValueTask<Outcome<HttpResponseMessage>> ExecuteCore<TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<HttpResponseMessage>>> callback, ResilienceContext context, TState state)
    {
        VendorCall call = Begin(context);

        // A timeout further inside replaces the token of the context while it runs.
        CancellationToken cancellationToken = context.CancellationToken;
        Outcome<HttpResponseMessage> outcome = await callback(context, state).ConfigureAwait(context.ContinueOnCapturedContext);
        if (outcome.Result is not { } response)
        {
            Classify(call, outcome.Exception, cancellationToken);
            return outcome;
        }

        try
        {
            call.Result = await engine.ReadAsync(call, response, cancellationToken, cancellationToken).ConfigureAwait(context.ContinueOnCapturedContext);
            CallOutcome.Attach(response, call.IsPlainSuccess ? CallOutcome.OfPlainSuccess(call.Result) : engine.Judge(call));
            return outcome;
        }
#pragma warning disable CA1031 // A strategy reports exceptions as outcomes.
        catch (Exception e)
#pragma warning restore CA1031
        {
            response.Dispose();
            Classify(call, e, cancellationToken);
            return Outcome.FromException<HttpResponseMessage>(e);
        }
    }

    private VendorCall Begin(ResilienceContext context)
    {
        HttpRequestMessage? request = VendorResilienceKeys.FindRequest(context, out bool isSent);
        VendorCall call = engine.Beginning.BeginSingle(request);
        call.BeginAttempt();
        call.HandOn();
        if (isSent)
        {
            // A redirect changes the very message; what it looked like before is noted here.
            call.CountSend(request!);
        }

        return call;
    }

    private void Classify(VendorCall call, Exception? exception, CancellationToken cancellationToken)
    {
        if (exception is not null && exception.GetVendorResult() == default && VendorEngine.Classify(call, exception, hasRunOut: false, cancellationToken))
        {
            CallOutcome.Attach(exception, engine.Judge(call));
        }
    }
}
