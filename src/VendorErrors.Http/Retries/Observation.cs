using VendorErrors.Http.Requests;

namespace VendorErrors.Http.Retries;

/// <summary>Which call of an observing handler a message is sent for. It travels in the options of the message, and refuses nothing.</summary>
internal static class Observation
{
    private const string Key = "VendorErrors.Observed";

    /// <summary>The present call, or the last one; null before the first.</summary>
    public static VendorCall? Of(HttpRequestMessage request) => RequestOptions.Get<VendorCall>(request, Key);

    public static void Begin(VendorCall call, HttpRequestMessage request)
    {
        VendorCall? outer = Of(request);
        while (outer is { IsFinished: true })
        {
            outer = outer.Outer;
        }

        call.Outer = outer;
        RequestOptions.Set(request, Key, call);
    }

    public static void Finish(VendorCall call)
    {
        call.IsFinished = true;
        if (call is { Outer: { } outer, Message: { } request })
        {
            RequestOptions.Set(request, Key, outer);
        }
    }

    /// <summary>Notes that a message reaches a guard.</summary>
    /// <returns>The observed call with this guard that it is part of; null where there is none.</returns>
    public static VendorCall? Note(AttemptGuard guard, HttpRequestMessage request)
    {
        VendorCall? call = Of(request);
        while (call is not null && !ReferenceEquals(call.Guard, guard))
        {
            call = call.Outer;
        }

        if (call is not { IsFinished: false })
        {
            return null;
        }

        call.Send(request);
        return call;
    }
}
