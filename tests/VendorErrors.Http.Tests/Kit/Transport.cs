using System.Net;

namespace VendorErrors.Http.Tests.Kit;

/// <summary>Stands in for the transport: writes each content out as a socket would, follows redirects in the very message as .NET does, and answers by a function.</summary>
internal sealed class Transport(Func<HttpRequestMessage, int, HttpResponseMessage> answer) : HttpMessageHandler
{
    private readonly object _lock = new();
    private readonly List<SentRequest> _sent = [];

    /// <summary>What arrived, in order.</summary>
    public IReadOnlyList<SentRequest> Sent
    {
        get
        {
            lock (_lock)
            {
                return [.. _sent];
            }
        }
    }

    public int Executed { get; private set; }

    /// <summary>An answer that sends the client elsewhere.</summary>
    public static HttpResponseMessage RedirectTo(string address, int status) => new((HttpStatusCode)status) { Headers = { Location = new Uri(address) } };

    public static HttpResponseMessage Json(string body, int status = 200, int? retryAfter = null)
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (retryAfter is { } seconds)
        {
            response.Headers.TryAddWithoutValidation("Retry-After", seconds.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        return response;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            byte[] body = [];
            if (request.Content is { } content)
            {
                using var copy = new MemoryStream();
                await content.CopyToAsync(copy, cancellationToken);
                body = copy.ToArray();
            }

            int count;
            lock (_lock)
            {
                _sent.Add(new SentRequest(
                    request.Method.Method,
                    request.RequestUri!.ToString(),
                    Encoding.UTF8.GetString(body),
                    request.Headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase),
                    request.Content is not null,
                    request.Version));
                count = _sent.Count;
                Executed++;
            }

            HttpResponseMessage response = answer(request, count);
            response.RequestMessage = request;
            if (response.Headers.Location is not { } location)
            {
                return response;
            }

            // As SocketsHttpHandler does it.
            if ((int)response.StatusCode is 301 or 302 or 303 && request.Method != HttpMethod.Get)
            {
                request.Method = HttpMethod.Get;
                request.Content = null;
            }

            request.Headers.Authorization = null;
            request.RequestUri = location;
            response.Dispose();
        }
    }
}
