using System.Globalization;
using System.Net;

namespace VendorErrors.Benchmarks.Processes;

/// <summary>A primary handler that answers from memory, at once: with a stream like that of a socket, or with a content that is in memory.</summary>
internal sealed class MemoryHandler(byte[][] bodies) : HttpMessageHandler
{
    private readonly string[] _lengths = [.. bodies.Select(body => body.Length.ToString(CultureInfo.InvariantCulture))];
    private int _next;

    /// <summary>Default: 200.</summary>
    public int Status { get; init; } = 200;

    /// <summary>Default: JSON.</summary>
    public string ContentType { get; init; } = "application/json";

    /// <summary>Whether the body is in memory, and not a stream that only goes forward. Default: no.</summary>
    public bool IsInMemory { get; init; }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        int i = _next++ % bodies.Length;
        HttpContent content = IsInMemory ? new ByteArrayContent(bodies[i]) : new StreamContent(new ForwardOnlyStream(bodies[i]));

        // Headers as a socket's handler leaves them: texts that nobody has parsed.
        content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        content.Headers.TryAddWithoutValidation("Content-Length", _lengths[i]);
        var response = new HttpResponseMessage((HttpStatusCode)Status) { Content = content, RequestMessage = request };
        response.Headers.TryAddWithoutValidation("Date", "Fri, 20 Nov 2026 10:00:00 GMT");
        return Task.FromResult(response);
    }
}
