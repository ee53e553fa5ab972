using System.Net;
using VendorErrors.Comparison.Stage;

namespace VendorErrors.Comparison.Contestants;

/// <summary>Puts the present token on each request, and after an HTTP 401 signs in again and sends once more.</summary>
internal sealed class UnauthorizedHandler(PbxTokens tokens) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        tokens.Authorize(request);
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode != HttpStatusCode.Unauthorized || !await tokens.RefreshAsync(cancellationToken).ConfigureAwait(false))
        {
            return response;
        }

        response.Dispose();
        tokens.Authorize(request);
        return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }
}
