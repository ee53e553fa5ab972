using VendorErrors.Classification;
using VendorErrors.Http.Requests;
using VendorErrors.Retries;

namespace VendorErrors.Http.Retries;

/// <summary>
/// The innermost handler, next to the transport. It sees what really goes out, and lets a write that may have happened out once per attempt,
/// whatever a retrying handler between ours and the transport makes of it. Safe for use by several threads.
/// </summary>
internal sealed class AttemptGuard : DelegatingHandler
{
    private long _strangers;
    private volatile bool _observes;

    /// <summary>Whether nothing is between it and the transport. A chain that another client has used takes no new handler; there, handlers inside may send again unseen.</summary>
    public bool IsNextToTransport
    {
        get
        {
            for (HttpMessageHandler? inside = InnerHandler; inside is DelegatingHandler { InnerHandler: { } next } handler; inside = next)
            {
                if (handler is not AttemptGuard)
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>How many messages came through that are of no call of ours, or do not say so.</summary>
    public long Strangers => Interlocked.Read(ref _strangers);

    /// <summary>From now on messages may be of calls that are only observed.</summary>
    public void Observe() => _observes = true;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        VendorCall? call;
        try
        {
            call = Enter(request);
        }
        catch (VendorErrorException e)
        {
            return Task.FromException<HttpResponseMessage>(e);
        }

        // Of the very message of a read there is nothing to see that it does not show afterwards by itself.
        return call is { Operation.Safety: OperationSafety.Read } && ReferenceEquals(call.Message, request)
            ? base.SendAsync(request, cancellationToken)
            : SendAndSeeAsync(call, request, cancellationToken);
    }

    private async Task<HttpResponseMessage> SendAndSeeAsync(VendorCall? call, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        (HttpMethod method, Uri? address) = (request.Method, request.RequestUri);
        try
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            See(call, response, wasRedirected: request.Method != method || request.RequestUri != address);
            return response;
        }
        catch (Exception e) when (See(call, e, wasRedirected: request.Method != method || request.RequestUri != address))
        {
            throw;
        }
    }

#if NET
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        VendorCall? call = Enter(request);
        (HttpMethod method, Uri? address) = (request.Method, request.RequestUri);
        try
        {
            HttpResponseMessage response = base.Send(request, cancellationToken);
            See(call, response, wasRedirected: request.Method != method || request.RequestUri != address);
            return response;
        }
        catch (Exception e) when (See(call, e, wasRedirected: request.Method != method || request.RequestUri != address))
        {
            throw;
        }
    }
#endif

    /// <summary>Notes what goes out.</summary>
    /// <returns>The call that it is part of; null where that is not known.</returns>
    private VendorCall? Enter(HttpRequestMessage request)
    {
        VendorCall? observed = _observes ? Observation.Note(this, request) : null;
        VendorCall? call = RequestState.Of(request)?.Current;
        if (observed is not null && call is null or { IsFinished: true })
        {
            return observed;
        }

        if (call is null)
        {
            Interlocked.Increment(ref _strangers);
            return null;
        }

        if (!ReferenceEquals(call.Guard, this))
        {
            // Next to the guard that the call has: that one counts, for the calls around it too.
            return observed;
        }

        bool may = call.Send(request);
        if ((call.Entry ?? call.OuterEntry) is { MaySend: false })
        {
            // A handler inside held it back until the lease was over: from now on somebody else may look it up.
            throw new OperationCanceledException("The call was held back until its lease in the call ledger was over; it was not sent.");
        }
        for (VendorCall? outer = call.Outer; outer is not null; outer = outer.Outer)
        {
            // The handler of ours inside it knows what it sends again, as long as anybody waits for it.
            may &= outer.CountSend(request) > 0;
        }

        return may || call.Operation.Safety != OperationSafety.NonIdempotentWrite ? call : throw Refuse(call);
    }

    /// <summary>
    /// Handlers that log in by themselves send once more after 401 and 407: a request without a login is refused before anything is done. Behind a
    /// redirect it is another address that refuses, after the first may have done it.
    /// </summary>
    private static void See(VendorCall? call, HttpResponseMessage response, bool wasRedirected) =>
        call?.See((int)response.StatusCode, didNothing: !wasRedirected && (int)response.StatusCode is (401 or 407));

    /// <summary>A look at an exception on its way, and no catch.</summary>
    private static bool See(VendorCall? call, Exception exception, bool wasRedirected)
    {
        if (wasRedirected)
        {
            Redirect.Mark(exception);
        }

        call?.See(TransportFailure.StatusOf(exception) ?? 0, didNothing: !wasRedirected && TransportFailure.WasNeverSent(exception));
        return false;
    }

    private static VendorErrorException Refuse(VendorCall call)
    {
        // The exception is of the repeat; the call itself learns from it that the first may have happened.
        var evidence = new Evidence(EvidenceSource.History, EvidenceVerdict.Won, "repeat", null, "a handler inside sent this request again; the repeat was not sent, because the first may have happened");
        VendorResult result = TransportResult.Create(call.Engine.Vendor, ErrorCategory.TransportFailure, Effect.Unknown, Confidence.Family, evidence);
        return new VendorErrorException(new CallOutcome(result, RetryDecision.Stop(StopReason.EffectUnknown, wait: null, result.Answer!.Advice), notBefore: null, attempts: []));
    }
}
