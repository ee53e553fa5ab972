namespace VendorErrors.Http.Tests.Kestrel;

/// <summary>What many applications have already: a handler that sends again on a 5xx, knowing nothing of bodies.</summary>
internal sealed class RetryHandler(int retries) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        for (int left = retries; left > 0 && (int)response.StatusCode >= 500; left--)
        {
            response.Dispose();
            response = await base.SendAsync(request, cancellationToken);
        }

        return response;
    }
}
