using VendorErrors.Http.Requests;
using VendorErrors.Http.Retries;
using VendorErrors.Retries;
using VendorErrors.Rules;

namespace VendorErrors.Http.Chain;

/// <summary>
/// The innermost handler, next to the transport. It sees what really goes out, and lets a write that may have happened out once per attempt,
/// whatever a retrying handler between ours and the transport makes of it. Safe for use by several threads.
/// </summary>
internal sealed class AttemptGuard : DelegatingHandler
{
    private long _strangers;

    /// <summary>How many messages came through that are of no call of ours, or do not say so.</summary>
    public long Strangers => Interlocked.Read(ref _strangers);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        VendorCall? call = Enter(request);
        return call is null ? base.SendAsync(request, cancellationToken) : SendAndSeeAsync(call, request, cancellationToken);
    }

#if NET
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        VendorCall? call = Enter(request);
        if (call is null)
        {
            return base.Send(request, cancellationToken);
        }

        try
        {
            HttpResponseMessage response = base.Send(request, cancellationToken);
            call.DidNothing = AsksForALogin(response);
            return response;
        }
        catch (Exception e) when (See(call, e))
        {
            throw;
        }
    }
#endif

    private async Task<HttpResponseMessage> SendAndSeeAsync(VendorCall call, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            call.DidNothing = AsksForALogin(response);
            return response;
        }
        catch (Exception e) when (See(call, e))
        {
            throw;
        }
    }

    /// <summary>Notes what goes out.</summary>
    /// <returns>The call whose send has to be watched; null where sending it again does no harm.</returns>
    private VendorCall? Enter(HttpRequestMessage request)
    {
        VendorCall? call = RequestState.Of(request)?.Current;
        if (call is null || call.IsFinished)
        {
            Interlocked.Increment(ref _strangers);
            return null;
        }

        bool may = call.Send(request);
        for (VendorCall? outer = call.Outer; outer is not null; outer = outer.Outer)
        {
            // It only counts: the handler of ours inside it knows what it sends again.
            _ = outer.Send(request);
        }

        if (call.Operation.Safety != OperationSafety.PlainWrite)
        {
            return null;
        }

        return may ? call : throw Refuse(call);
    }

    /// <summary>Handlers that log in by themselves send once more after these: a request without a login is refused before anything is done.</summary>
    private static bool AsksForALogin(HttpResponseMessage response) => (int)response.StatusCode is 401 or 407;

    private static bool See(VendorCall call, Exception exception)
    {
        call.DidNothing = TransportFailure.WasNeverSent(exception);

        // A look, not a catch.
        return false;
    }

    private static VendorErrorException Refuse(VendorCall call)
    {
        var evidence = new Evidence(EvidenceSource.History, EvidenceVerdict.Won, "repeat", null, "a handler inside sent this request again; the repeat was not sent, because the first may have happened");
        VendorResult result = TransportAnswer.Create(call.Engine.Vendor, ErrorCategory.TransportFailure, Effect.Unknown, Confidence.Family, evidence);
        return new VendorErrorException(new VendorOutcome(result, RetryDecision.Stop(StopReason.EffectUnknown, wait: null, result.Answer!.Advice), notBefore: null, attempts: []));
    }
}
