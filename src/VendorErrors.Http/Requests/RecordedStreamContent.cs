using System.Net;

namespace VendorErrors.Http.Requests;

/// <summary>
/// The same for contents that .NET writes to their end before it takes an answer for complete: streams, bytes and multiparts, as opposed to
/// those of an application's own making, which may be half of a conversation. HTTP/2 distinguishes them by their base class alone: an upload
/// that is answered early would be cut otherwise.
/// </summary>
internal sealed class RecordedStreamContent(ContentWriter writer) : ByteArrayContent([]), IRecordedContent
{
    public HttpContent Original => writer.Original;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => writer.WriteAsync(stream, context, CancellationToken.None);

#if NET
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        writer.WriteAsync(stream, context, cancellationToken);

    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        writer.Write(stream, context, cancellationToken);
#endif

    protected override bool TryComputeLength(out long length) => writer.TryComputeLength(out length);

    protected override async Task<Stream> CreateContentReadStreamAsync()
    {
        var copy = new MemoryStream();
        await writer.WriteAsync(copy, context: null, CancellationToken.None).ConfigureAwait(false);
        copy.Position = 0;
        return copy;
    }

#if NET
    protected override Stream CreateContentReadStream(CancellationToken cancellationToken)
    {
        var copy = new MemoryStream();
        writer.Write(copy, context: null, cancellationToken);
        copy.Position = 0;
        return copy;
    }
#endif

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            writer.Original.Dispose();
        }

        base.Dispose(disposing);
    }
}
