using System.Net;

namespace VendorErrors.Http.Requests;

/// <summary>The caller's content, which stays the stream that it is, with a copy made of it while it is first written.</summary>
internal sealed class RecordedContent(ContentWriter writer) : HttpContent, IRecordedContent
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

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            writer.Original.Dispose();
        }

        base.Dispose(disposing);
    }
}
