using System.Net;
using System.Net.Http.Headers;
using System.Runtime.ExceptionServices;

namespace VendorErrors.Http.Reading;

/// <summary>The vendor's content with the beginning that was looked at put back in front of it; headers, length and disposal are the original's.</summary>
internal sealed class PrefixedContent : HttpContent
{
    private readonly HttpContent _original;
    private readonly PrefixedStream _stream;

    public PrefixedContent(HttpContent original, ReadOnlyMemory<byte> prefix, Stream? rest, ExceptionDispatchInfo? fault)
    {
        _original = original;
        Beginning = prefix;
        IsWhole = rest is null && fault is null;
        _stream = new PrefixedStream(prefix, rest, fault);
#if NET
        // As they came: validating them would parse each, and make objects of it.
        foreach ((string name, HeaderStringValues values) in original.Headers.NonValidated)
        {
            _ = values.Count == 1 ? Headers.TryAddWithoutValidation(name, values.ToString()) : Headers.TryAddWithoutValidation(name, values);
        }
#else
        foreach (KeyValuePair<string, IEnumerable<string>> header in original.Headers)
        {
            Headers.TryAddWithoutValidation(header.Key, header.Value);
        }
#endif
    }

    /// <summary>What was looked at.</summary>
    public ReadOnlyMemory<byte> Beginning { get; }

    /// <summary>Whether nothing comes after it.</summary>
    public bool IsWhole { get; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => _stream.CopyToAsync(stream);

    protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult<Stream>(_stream);

#if NET
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        _stream.CopyToAsync(stream, cancellationToken);

    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken) => _stream.CopyTo(stream);

    protected override Stream CreateContentReadStream(CancellationToken cancellationToken) => _stream;
#endif

    // Where the vendor sent it, it is in the headers that were taken over; a content of a handler inside may compute it.
    protected override bool TryComputeLength(out long length)
    {
        long? known = _original.Headers.ContentLength;
        length = known ?? 0;
        return known is not null;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _stream.Dispose();
            _original.Dispose();
        }

        base.Dispose(disposing);
    }
}
