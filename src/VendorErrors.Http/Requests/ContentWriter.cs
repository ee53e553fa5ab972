using System.Net;
using System.Runtime.ExceptionServices;

namespace VendorErrors.Http.Requests;

/// <summary>Writes a content out: the first time the original, which is copied on its way, every further time the copy, byte for byte.</summary>
internal sealed class ContentWriter(HttpContent original, ContentRecording recording)
{
    public HttpContent Original => original;

    /// <summary>How many bytes it writes, where that is known.</summary>
    public bool TryComputeLength(out long length)
    {
        long? known = recording.Length ?? original.Headers.ContentLength;
        length = known ?? 0;
        return known is not null;
    }

    public async Task WriteAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        (bool replays, bool records) = recording.Begin();
        var isWhole = false;
        try
        {
            if (replays)
            {
                await recording.CopyToAsync(stream, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                Stream destination = records ? new RecordingStream(stream, recording) : stream;
#if NET
                await original.CopyToAsync(destination, context, cancellationToken).ConfigureAwait(false);
#else
                await original.CopyToAsync(destination, context).ConfigureAwait(false);
#endif
            }

            isWhole = true;
        }
        catch (HttpRequestException e) when (e.InnerException is IOException or ObjectDisposedException)
        {
            // One content that writes another wraps the transport's own exception; the transport has to see it as it was.
            ExceptionDispatchInfo.Capture(e.InnerException).Throw();
        }
        finally
        {
            recording.End(isWhole, records);
        }
    }

#if NET
    public void Write(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        (bool replays, bool records) = recording.Begin();
        var isWhole = false;
        try
        {
            if (replays)
            {
                recording.CopyTo(stream);
            }
            else
            {
                original.CopyTo(records ? new RecordingStream(stream, recording) : stream, context, cancellationToken);
            }

            isWhole = true;
        }
        catch (HttpRequestException e) when (e.InnerException is IOException or ObjectDisposedException)
        {
            ExceptionDispatchInfo.Capture(e.InnerException).Throw();
        }
        finally
        {
            recording.End(isWhole, records);
        }
    }
#endif
}
