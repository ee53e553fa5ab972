using VendorErrors.Http.Requests;

namespace VendorErrors.Http.Retries;

/// <summary>
/// What our handlers know of a request message. It travels in the options of the message, and so in the copies that hedging makes: a message
/// that enters again is the repeat of another handler. Safe for use by several threads.
/// </summary>
internal sealed class RequestState
{
    private readonly object _lock = new();
    private VendorCall? _current;

    /// <summary>The present call, or the last one; null before the first.</summary>
    public VendorCall? Current => Volatile.Read(ref _current);

    internal static RequestState? Of(HttpRequestMessage? request) => request is null ? null : RequestOptions.Get<RequestState>(request, RequestOptions.StateKey);

    internal static RequestState GetOrAdd(HttpRequestMessage request)
    {
        RequestState? state = Of(request);
        if (state is null)
        {
            state = new RequestState();
            RequestOptions.Set(request, RequestOptions.StateKey, state);
        }

        return state;
    }

    /// <summary>Begins a call, unless an earlier one of the same request stands in its way.</summary>
    /// <returns>The call in the way; null where there is none.</returns>
    public VendorCall? TryBegin(VendorCall call)
    {
        lock (_lock)
        {
            if (_current is { } earlier)
            {
                bool isNested = !earlier.IsFinished && !ReferenceEquals(earlier.Guard, call.Guard);
                VendorCall? inTheWay = !isNested ? earlier : earlier.Sends > 0 ? earlier.LastInside ?? earlier : null;
                if (inTheWay is not null && call.Operation.Safety == OperationSafety.NonIdempotentWrite && !inTheWay.IsKnownNotToHaveHappened)
                {
                    return inTheWay;
                }

                call.Outer = isNested ? earlier : null;
                if (earlier is { Response: { } response, IsPlainSuccess: true })
                {
                    // From now on the options tell of another answer.
                    CallOutcome.Attach(response, CallOutcome.OfPlainSuccess(earlier.Result));
                }
            }

            Volatile.Write(ref _current, call);
            return null;
        }
    }

    /// <summary>Notes that a call is over, and by which response where that is a plain success.</summary>
    public void Finish(VendorCall call, HttpResponseMessage? plainSuccess)
    {
        lock (_lock)
        {
            call.Response = plainSuccess;
            call.IsFinished = true;
            call.Outer?.LastInside = call;
            Volatile.Write(ref _current, call.Outer ?? call);
        }
    }

    /// <summary>The verdict on a response, where it is the plain success that the last call came to.</summary>
    public VendorResult? FindPlainSuccess(HttpResponseMessage response)
    {
        lock (_lock)
        {
            return _current is { } call && ReferenceEquals(call.Response, response) ? call.Result : null;
        }
    }
}
