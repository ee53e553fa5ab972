using System.Diagnostics;
using System.Runtime.ExceptionServices;
using VendorErrors.Http.Ledger;
using VendorErrors.Http.Telemetry;

namespace VendorErrors.Http.Retries;

/// <summary>
/// The one loop of all calls: send an attempt, read what came of it, decide, and then return, or refresh, wait and send again. The handler runs
/// it over the handlers inside, <c>AddVendorRetry</c> over the callback of a pipeline. Safe for use by several threads.
/// </summary>
internal sealed class VendorLoop(VendorEngine engine)
{
    private readonly VendorObserver _observer = new(engine);

    public VendorEngine Engine => engine;

    public Task<HttpResponseMessage> RunAsync<TSender>(VendorCall call, TSender sender, CancellationToken callersToken)
        where TSender : ISender =>
        call.IsObserved ? _observer.RunAsync(call, sender, callersToken) : HandleAsync(call, sender, callersToken);

    private async Task<HttpResponseMessage> HandleAsync<TSender>(VendorCall call, TSender sender, CancellationToken callersToken)
        where TSender : ISender
    {
        using Activity? activity = VendorMeter.Start(engine.Vendor);
        try
        {
            while (true)
            {
                HttpResponseMessage? response = null;
                Exception? failure = null;
                var hasRunOut = false;
                try
                {
                    if (await BeginAttemptAsync(call, callersToken).ConfigureAwait(false) is { } instead)
                    {
                        return engine.Ending.FinishByLedger(call, instead);
                    }
                    call.HandOn();
                    response = await sender.SendAsync(call, call.Timer.Token).ConfigureAwait(false);
                    call.Result = await engine.ReadAsync(call, response, callersToken, call.Timer.Token).ConfigureAwait(false);
                    call.Entry?.Look(response);
                    if (call is { IsPlainSuccess: true, Attempts: null })
                    {
                        VendorEngine.Accept(call, response);
                        return response;
                    }
                }
#pragma warning disable CA1031 // Whatever it is, it is thrown again where it is no reason to send again.
                catch (Exception e)
#pragma warning restore CA1031
                {
                    response?.Dispose();
                    response = null;
                    failure = e;
                    hasRunOut = call.Timer.HasRunOut;
                }
                finally
                {
                    call.EndAttempt();
                }

                if (await ConcludeAsync(call, response, failure, hasRunOut, callersToken).ConfigureAwait(false) is { } answer)
                {
                    return answer;
                }
            }
        }
        finally
        {
            AttemptTurn.Leave(call, default);
            if (call.Entry is { } entry)
            {
                await entry.CompleteAsync().ConfigureAwait(false);
            }
            VendorMeter.Describe(activity, call.Result, call.Attempts?.Count ?? 1, call.Retries, call.Decision.StopReason);
            if (call is { Snapshot: { } snapshot, Message: { } message })
            {
                snapshot.Release(message);
            }
        }
    }

    /// <summary>All that comes before an attempt is sent: the cooldown, the ledger, the time that it has, its credential.</summary>
    /// <returns>Null where it may be sent; else what the ledger says instead.</returns>
    private async ValueTask<LedgerReply?> BeginAttemptAsync(VendorCall call, CancellationToken callersToken)
    {
        call.BeginAttempt();
        while (true)
        {
            await AttemptTurn.TakeAsync(call, callersToken).ConfigureAwait(false);
            callersToken.ThrowIfCancellationRequested();
            if (call.Entry is { } entry && await entry.ClaimAsync(callersToken).ConfigureAwait(false) is { } instead)
            {
                return instead;
            }
            call.AttemptStartedAt = engine.Time.GetTimestamp();
            call.StartTimer(callersToken);
            await engine.AuthorizeAsync(call, call.Timer.Token).ConfigureAwait(false);
            call.IsAuthorizing = false;
            if (AttemptTurn.MaySend(call))
            {
                return null;
            }

            // The gate was closed meanwhile. That wait is not of the attempt's time, and its credential may be old when it is over.
            call.StopTimer();
            Restore(call);
        }
    }

    /// <summary>After an attempt that was no plain success at once: returns the answer, throws what ended the call, or gets everything ready to send again.</summary>
    /// <returns>The answer; null where the next attempt is due.</returns>
    private async ValueTask<HttpResponseMessage?> ConcludeAsync(VendorCall call, HttpResponseMessage? response, Exception? failure, bool hasRunOut, CancellationToken callersToken)
    {
        if (failure is OperationCanceledException cancellation && callersToken.IsCancellationRequested && call is { Attempts: not null, WasNeverSent: true })
        {
            throw engine.Ending.CancelBetweenAttempts(call, cancellation, callersToken);
        }

        if (failure is not null && !VendorEngine.Classify(call, failure, hasRunOut, callersToken))
        {
            if (!call.WasNeverSent)
            {
                // What an earlier attempt came to says nothing about this one.
                call.Result = default;
            }

            CallEnding.End(call);
            ExceptionDispatchInfo.Capture(failure).Throw();
        }

        try
        {
            if (!await engine.DecideAsync(call, callersToken).ConfigureAwait(false))
            {
                return engine.Ending.Finish(call, response, failure, hasRunOut, callersToken);
            }

            await VendorEngine.DropAsync(call, response, callersToken).ConfigureAwait(false);
            response = null;
            await AttemptTurn.WaitAsync(call, callersToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (callersToken.IsCancellationRequested && !call.IsFinished)
        {
            response?.Dispose();
            throw engine.Ending.CancelBetweenAttempts(call, e, callersToken);
        }

        Restore(call);
        return null;
    }

    private static void Restore(VendorCall call)
    {
        if (call is { Snapshot: { } snapshot, Message: { } message })
        {
            snapshot.Restore(message);
        }
    }
}
