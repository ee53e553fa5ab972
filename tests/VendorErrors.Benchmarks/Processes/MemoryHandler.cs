using System.Globalization;
using System.Net;

namespace VendorErrors.Benchmarks.Processes;

/// <summary>A primary handler that answers from memory, at once, with a stream like that of a socket.</summary>
internal sealed class MemoryHandler(byte[][] bodies, int status = 200, string contentType = "application/json") : HttpMessageHandler
{
    private readonly string[] _lengths = [.. bodies.Select(body => body.Length.ToString(CultureInfo.InvariantCulture))];
    private int _next;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        int i = _next++ % bodies.Length;

        // Headers as a socket's handler leaves them: texts that nobody has parsed.
        var content = new StreamContent(new ForwardOnlyStream(bodies[i]));
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        content.Headers.TryAddWithoutValidation("Content-Length", _lengths[i]);
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = content, RequestMessage = request };
        response.Headers.TryAddWithoutValidation("Date", "Fri, 20 Nov 2026 10:00:00 GMT");
        return Task.FromResult(response);
    }
}
