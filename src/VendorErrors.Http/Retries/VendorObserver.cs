using VendorErrors.Http.Telemetry;

namespace VendorErrors.Http.Retries;

/// <summary>
/// The call of <see cref="HandlerMode.Observe"/>: one attempt as if no handler of ours were there, and beside it the verdict and what would have
/// been decided. Safe for use by several threads.
/// </summary>
internal sealed class VendorObserver(VendorEngine engine)
{
    public async Task<HttpResponseMessage> RunAsync<TSender>(VendorCall call, TSender sender, CancellationToken callersToken)
        where TSender : ISender
    {
        DateTimeOffset startedAt = engine.Time.GetUtcNow();
        try
        {
            HttpResponseMessage response = await SendAsync(call, sender, callersToken).ConfigureAwait(false);
            await ReadAsync(call, response, callersToken).ConfigureAwait(false);
            return response;
        }
        finally
        {
            call.EndAttempt();
            Observation.Finish(call);
            VendorMeter.DescribeObserved(engine.Vendor, startedAt, call.Result, call.Decision.StopReason);
        }
    }

    private async ValueTask<HttpResponseMessage> SendAsync<TSender>(VendorCall call, TSender sender, CancellationToken callersToken)
        where TSender : ISender
    {
        try
        {
            return await sender.SendAsync(call, callersToken).ConfigureAwait(false);
        }
        catch (Exception e) when (See(call, e, e, callersToken))
        {
            throw;
        }
    }

    private async ValueTask ReadAsync(VendorCall call, HttpResponseMessage response, CancellationToken callersToken)
    {
        try
        {
            call.Result = await engine.ReadAsync(call, response, callersToken, callersToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (callersToken.IsCancellationRequested)
        {
            // The body went with it.
            response.Dispose();
            See(call, e, e, callersToken);
            throw;
        }
#pragma warning disable CA1031 // Whatever makes a body unreadable, the caller meets it where the caller reads.
        catch (Exception e)
#pragma warning restore CA1031
        {
            See(call, e, response, callersToken);
            return;
        }

        Conclude(call, response, hasVerdict: CallOutcome.Find(response) is not null, callersToken);
    }

    /// <summary>A look at an exception on its way, and no catch.</summary>
    private bool See(VendorCall call, Exception exception, object carrier, CancellationToken callersToken)
    {
        if (VendorEngine.Classify(call, exception, hasRunOut: false, callersToken))
        {
            Conclude(call, carrier, hasVerdict: CallOutcome.Find(exception) is not null, callersToken);
        }

        return false;
    }

    /// <summary>Writes down and reports what the call came to, and hangs it on the response or the exception, unless a handler of ours further inside did.</summary>
    private void Conclude(VendorCall call, object carrier, bool hasVerdict, CancellationToken callersToken)
    {
        CallOutcome outcome = call.IsPlainSuccess ? CallOutcome.OfPlainSuccess(call.Result) : engine.JudgeObserved(call, callersToken);
        call.Result = outcome.Result;
        call.Decision = outcome.Decision;
        call.NotBefore = outcome.NotBefore;
        call.Attempts = call.IsPlainSuccess ? null : [.. outcome.Attempts];
        if (!hasVerdict)
        {
            CallOutcome.Attach(carrier, outcome);
        }

        if (call.Result.Error is { } error)
        {
            VendorMeter.Error(error, isObserved: true);
            VendorMeter.Observed(error, call.Decision);
            Log.Observed(engine.Logger, error, call.Decision, call.Request.Method, call.Message?.RequestUri);
        }
    }
}
