using System.Net;
using System.Net.Http.Headers;
using System.Text;
using VendorErrors.Definitions;

namespace VendorErrors.Testing;

/// <summary>An answer as a vendor would give it. Immutable and safe for use by several threads.</summary>
public sealed record ComposedResponse
{
    internal ComposedResponse(Vendor vendor, int status, string body, string method, string path)
    {
        Vendor = vendor;
        Status = status;
        Body = body;
        Method = method;
        Path = path;
        ContentType = body.Length == 0 ? null : "application/json; charset=utf-8";
    }

    /// <summary>Whose answer it is.</summary>
    public Vendor Vendor { get; }

    /// <summary>The HTTP status, 100 to 599.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such status.</exception>
    public int Status
    {
        get;
        init => field = CheckStatus(value, nameof(value));
    }

    /// <summary>The body; empty where there is none.</summary>
    public string Body { get; init; }

    /// <summary>The media type of the body; <see langword="null"/> where there is none.</summary>
    public string? ContentType { get; init; }

    /// <summary>Further response headers.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The method of a request that it answers.</summary>
    public string Method { get; init; }

    /// <summary>The path of a request that it answers; with scheme and host where the vendor's product is known by its host.</summary>
    public string Path { get; init; }

    /// <summary>The shape it was composed in; null where HTTP alone says it.</summary>
    internal Envelope? Shape { get; init; }

    /// <summary>What it means, as this library reads it.</summary>
    public VendorResult Classify() => Vendor.Explain(new VendorResponse(Status, Encoding.UTF8.GetBytes(Body))
    {
        Method = Method,
        Path = Path,
        ContentType = ContentType,
        Headers = Headers.Select(header => new KeyValuePair<string, IEnumerable<string>>(header.Key, [header.Value])),
    });

    /// <summary>The answer as <see cref="HttpClient"/> would return it: a new one each time, to be disposed by whoever gets it.</summary>
    public HttpResponseMessage ToHttpResponseMessage()
    {
        var response = new HttpResponseMessage((HttpStatusCode)Status) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Body)) };
        if (ContentType is not null)
        {
            response.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(ContentType);
        }

        foreach (KeyValuePair<string, string> header in Headers)
        {
            if (!response.Headers.TryAddWithoutValidation(header.Key, header.Value))
            {
                response.Content.Headers.TryAddWithoutValidation(header.Key, header.Value);
            }
        }

        return response;
    }

    internal static int CheckStatus(int status, string name) =>
        status is >= 100 and <= 599 ? status : throw new ArgumentOutOfRangeException(name, $"{status} is not an HTTP status; it must be from 100 to 599.");

    /// <summary>Vendor, status and length; nothing of the body, which may hold phone numbers.</summary>
    public override string ToString() => $"{Vendor.Id}: HTTP {Status}, {Body.Length} characters";
}
