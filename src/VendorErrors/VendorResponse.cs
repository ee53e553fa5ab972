namespace VendorErrors;

/// <summary>
/// What came back from the vendor, as far as the classification looks at it. Only <see cref="Status"/> and <see cref="Body"/> are
/// needed; each further value sharpens the answer. A view: nothing is copied, so it lives on the stack.
/// </summary>
public readonly ref struct VendorResponse
{
    /// <summary>Creates a response.</summary>
    /// <param name="status">The HTTP status, 100 to 599; 0 where it is not known.</param>
    /// <param name="body">The body as bytes, decompressed; empty where there is none.</param>
    public VendorResponse(int status, ReadOnlySpan<byte> body)
    {
        // As a whole: what is cleared part by part has to be waited for where it is copied as a whole.
        this = default;
        Status = status;
        Body = body;
    }

    /// <summary>The HTTP status; 0 where it is not known.</summary>
    public int Status { get; }

    /// <summary>The body as bytes, decompressed.</summary>
    public ReadOnlySpan<byte> Body { get; }

    /// <summary>
    /// The response headers, read only after a failure. <c>HttpResponseHeaders</c> and <c>HttpContentHeaders</c> are of this type as they
    /// are.
    /// </summary>
    /// <value>Default: none.</value>
    public IEnumerable<KeyValuePair<string, IEnumerable<string>>>? Headers { get; init; }

    /// <summary>The <c>Content-Type</c>, if it is not among <see cref="Headers"/>.</summary>
    /// <value>Default: <see langword="null"/>.</value>
    public string? ContentType { get; init; }

    /// <summary>The HTTP method of the request. Some codes mean different things by operation.</summary>
    /// <value>Default: <see langword="null"/>, not known.</value>
    public string? Method { get; init; }

    /// <summary>The path of the request, with or without query and host. Some codes mean different things by operation.</summary>
    /// <value>Default: <see langword="null"/>, not known.</value>
    public string? Path { get; init; }

    /// <summary>Whether the body was cut by a limit of the reader's, and not by the vendor.</summary>
    internal bool IsTruncated { get; init; }

    /// <summary>When the response came: the clock for dates in <c>Retry-After</c> and the like.</summary>
    /// <value>Default: such dates are read against the present time.</value>
    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>The same response with another body.</summary>
    internal VendorResponse WithBody(ReadOnlySpan<byte> body) => new(Status, body)
    {
        Headers = Headers,
        ContentType = ContentType,
        Method = Method,
        Path = Path,
        ReceivedAt = ReceivedAt,
    };
}
