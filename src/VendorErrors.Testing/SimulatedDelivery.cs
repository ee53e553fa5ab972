using System.Net.Http.Headers;
using System.Text;

namespace VendorErrors.Testing;

/// <summary>One delivery of an event by a simulated vendor. Immutable.</summary>
public sealed record SimulatedDelivery
{
    internal SimulatedDelivery(VendorEvent read) => Event = read;

    /// <summary>Its number, from 1, in the order in which they were sent.</summary>
    public int Number { get; internal init; }

    /// <summary>The number of the request that it is about.</summary>
    public int RequestNumber { get; internal init; }

    /// <summary>Which delivery of the same event it is, from 1.</summary>
    public int Attempt { get; internal init; } = 1;

    /// <summary>When it was sent.</summary>
    public DateTimeOffset At { get; internal init; }

    /// <summary>What it says, as this library reads it.</summary>
    public VendorEvent Event { get; }

    /// <summary>The body, as the vendor writes it: JSON, a form or XML.</summary>
    public string Body { get; internal init; } = string.Empty;

    /// <summary>The media type of the body.</summary>
    public string ContentType { get; internal init; } = "application/json";

    /// <summary>Further headers.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; internal init; } = [];

    /// <summary>What the receiver answered, in words: the HTTP status, or the type of an exception; <see langword="null"/> while it is on its way, or nobody receives events.</summary>
    public string? Outcome { get; internal init; }

    /// <summary>The delivery as a request: a new one each time, to be disposed by whoever gets it.</summary>
    /// <param name="address">The address of the webhook.</param>
    public HttpRequestMessage ToHttpRequestMessage(Uri address)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address ?? throw new ArgumentNullException(nameof(address))) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Body)) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(ContentType);
        foreach (KeyValuePair<string, string> header in Headers)
        {
            request.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        return request;
    }

    /// <summary>Number, event and outcome in one line; nothing of the body, which may hold phone numbers.</summary>
    public override string ToString() => $"{Number} of request {RequestNumber}: {Event}{(Attempt > 1 ? ", again" : string.Empty)}{(Outcome is null ? string.Empty : $": {Outcome}")}";
}
