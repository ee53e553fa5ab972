using System.Net;

namespace VendorErrors.Benchmarks.Processes;

/// <summary>A primary handler that answers from memory, at once.</summary>
internal sealed class MemoryHandler(byte[][] bodies, string contentType) : HttpMessageHandler
{
    private int _next;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // Headers as a socket's handler leaves them: texts that nobody has parsed.
        var content = new ByteArrayContent(bodies[_next++ % bodies.Length]);
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = content, RequestMessage = request };
        response.Headers.TryAddWithoutValidation("Date", "Fri, 20 Nov 2026 10:00:00 GMT");
        return Task.FromResult(response);
    }
}
