using System.Net;
using System.Net.Http.Headers;

namespace VendorErrors.Benchmarks.Processes;

/// <summary>A primary handler that answers from memory, at once.</summary>
internal sealed class MemoryHandler(byte[][] bodies, string contentType) : HttpMessageHandler
{
    private readonly MediaTypeHeaderValue _contentType = new(contentType);
    private int _next;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var content = new ByteArrayContent(bodies[_next++ % bodies.Length]);
        content.Headers.ContentType = _contentType;
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content, RequestMessage = request });
    }
}
