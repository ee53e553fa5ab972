using System.Net;

namespace VendorErrors.Http.Tests.Proof;

/// <summary>A handler of the application between ours and the transport.</summary>
internal sealed class InsiderHandler(Insider kind) : DelegatingHandler
{
    internal const string GrowingHeader = "X-Inside";

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpRequestMessage sent = Change(request);
        for (var again = kind == Insider.Repeats ? 2 : 0; ; again--)
        {
            try
            {
                HttpResponseMessage response = base.Send(sent, cancellationToken);
                if (again == 0 || (int)response.StatusCode < 500)
                {
                    return response;
                }

                response.Dispose();
            }
            catch (HttpRequestException) when (again > 0)
            {
            }
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpRequestMessage sent = Change(request);
        for (var again = kind == Insider.Repeats ? 2 : 0; ; again--)
        {
            try
            {
                HttpResponseMessage response = await base.SendAsync(sent, cancellationToken);
                if (again == 0 || (int)response.StatusCode < 500)
                {
                    return response;
                }

                response.Dispose();
            }
            catch (HttpRequestException) when (again > 0)
            {
            }
        }
    }

    private HttpRequestMessage Change(HttpRequestMessage request)
    {
        switch (kind)
        {
            case Insider.ChangesTheHost:
                request.RequestUri = new UriBuilder(request.RequestUri!) { Host = "10.0.0.7" }.Uri;
                return request;
            case Insider.AddsAndWraps:
                request.Headers.Add(GrowingHeader, "1");
                request.Content = request.Content is { } content ? new Wrapped(content) : null;
                return request;
            case Insider.Clones:
                var clone = new HttpRequestMessage(request.Method, request.RequestUri) { Content = request.Content };
                foreach (KeyValuePair<string, IEnumerable<string>> header in request.Headers)
                {
                    clone.Headers.TryAddWithoutValidation(header.Key, header.Value);
                }

                return clone;
            default:
                return request;
        }
    }

    private sealed class Wrapped(HttpContent inner) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => inner.CopyToAsync(stream);

        protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken) => inner.CopyTo(stream, context, cancellationToken);

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
