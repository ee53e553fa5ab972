using VendorErrors.Http.Requests;
using VendorErrors.Http.Retries;

namespace VendorErrors.Http.Chain;

/// <summary>The outermost handler: marks the message before others copy it, so that all copies of one request are known as such.</summary>
internal sealed class RequestMarkHandler : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _ = RequestState.GetOrAdd(request);
        return base.SendAsync(request, cancellationToken);
    }

#if NET
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _ = RequestState.GetOrAdd(request);
        return base.Send(request, cancellationToken);
    }
#endif
}
