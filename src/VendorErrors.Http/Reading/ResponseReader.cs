using System.Buffers;
using System.Runtime.ExceptionServices;
using VendorErrors.Envelopes;
using VendorErrors.Envelopes.Json;
using VendorErrors.Rules;

namespace VendorErrors.Http.Reading;

/// <summary>
/// Classifies a response and leaves it as readable as it was. A 2xx is looked into only where the vendor's 2xx may carry an error, only
/// until the verdict is known and never further than the limit; an error body is read whole, up to its limit.
/// </summary>
internal sealed class ResponseReader(Vendor vendor, int peekLimit, int errorLimit, TimeProvider time)
{
    private const int FirstReadBytes = 4 * 1024;

    internal async ValueTask<VendorResult> ReadAsync(HttpResponseMessage response, VendorRequest request, bool isAsync, CancellationToken cancellationToken)
    {
        bool isSuccess = (int)response.StatusCode is >= 200 and <= 299;
        HttpContent? content = response.Content;
        if (content is null || content.Headers.ContentLength == 0 || request.IsHead)
        {
            return Classify(response, request, default, isTruncated: false);
        }

        if (isSuccess && (!vendor.Definition.SuccessMayCarryError || !MediaType.MayHoldAnError(content)))
        {
            return Classify(response, request, default, isTruncated: false);
        }

        if (isSuccess && MediaType.IsEncoded(content))
        {
            return TransportAnswer.Undecided();
        }

        Beginning beginning = await ReadBeginningAsync(response, content, request, isSuccess, isAsync, cancellationToken).ConfigureAwait(false);
        response.Content = new PrefixedContent(content, beginning.Bytes, beginning.Rest, beginning.Fault);
        return beginning.Result;
    }

    private async ValueTask<Beginning> ReadBeginningAsync(
        HttpResponseMessage response, HttpContent content, VendorRequest request, bool isSuccess, bool isAsync, CancellationToken cancellationToken)
    {
        Stream stream = await OpenAsync(content, isAsync, cancellationToken).ConfigureAwait(false);
        byte[] buffer = ArrayPool<byte>.Shared.Rent(FirstReadBytes);
        var length = 0;
        ExceptionDispatchInfo? fault = null;
        Truth state = isSuccess ? Truth.Open : Truth.No;
        VendorResult success = default;
        var atEnd = false;
        var isWhole = false;
        try
        {
            int limit = isSuccess ? peekLimit : errorLimit;
            while (!atEnd && !isWhole && fault is null && state != Truth.Yes && length < limit)
            {
                buffer = Grow(buffer, length);
                int room = Math.Min(buffer.Length, limit) - length;
                try
                {
                    int read = isAsync
                        ? await ReadSomeAsync(stream, buffer, length, room, cancellationToken).ConfigureAwait(false)
                        : ReadSome(stream, buffer, length, room, cancellationToken);
                    length += read;
                    atEnd = read == 0;
                }
#pragma warning disable CA1031 // Whatever breaks a body (also its decompression), the caller meets it at the same place of the stream.
                catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
                {
                    fault = ExceptionDispatchInfo.Capture(e);
                }

                state = state == Truth.Open && !atEnd && fault is null ? Judge(response, request, buffer.AsSpan(0, length), out success, out isWhole) : state;
            }

            bool isTruncated = !atEnd && !isWhole && fault is null;
            VendorResult result = state == Truth.Yes ? success : Classify(response, request, buffer.AsSpan(0, length), isTruncated);
            if (isTruncated && state != Truth.Yes && result.IsSuccess)
            {
                result = TransportAnswer.Undecided();
            }
            else if (fault is not null && !result.IsFailure)
            {
                // Nothing that came tells what happened: an answer that was cut before its first word.
                result = Classify(response, request, "{"u8, isTruncated: false);
            }

            return new Beginning(result, buffer.AsSpan(0, length).ToArray(), atEnd ? null : stream, fault);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static byte[] Grow(byte[] buffer, int length)
    {
        if (length < buffer.Length)
        {
            return buffer;
        }

        byte[] larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }

    private Truth Judge(HttpResponseMessage response, VendorRequest request, ReadOnlySpan<byte> beginning, out VendorResult success, out bool isWhole) =>
        EarlyVerdict.IsPlainSuccess(vendor.Catalog, ToVendorResponse(response, request, beginning), out success, out isWhole);

    /// <summary>A synchronous read that a token can end: by closing the stream under it, as the framework does.</summary>
    private static int ReadSome(Stream stream, byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        using CancellationTokenRegistration registration = cancellationToken.Register(static open => ((Stream)open!).Dispose(), stream);
        try
        {
            return stream.Read(buffer, offset, count);
        }
#pragma warning disable CA1031 // Whatever a stream throws that was closed under a read, it means the cancellation.
        catch (Exception) when (cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            throw new OperationCanceledException(cancellationToken);
        }
    }

    private VendorResult Classify(HttpResponseMessage response, VendorRequest request, ReadOnlySpan<byte> body, bool isTruncated) =>
        vendor.Classify(ToVendorResponse(response, request, body, isTruncated));

    private VendorResponse ToVendorResponse(HttpResponseMessage response, VendorRequest request, ReadOnlySpan<byte> body, bool isTruncated = false) =>
        new((int)response.StatusCode, body)
        {
            Headers = new CombinedHeaders(response),
            Method = request.Method,
            Path = request.Path,
            ReceivedAt = time.GetUtcNow(),
            IsTruncated = isTruncated,
        };

#if NET
    private static async ValueTask<Stream> OpenAsync(HttpContent content, bool isAsync, CancellationToken cancellationToken) =>
        isAsync ? await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false) : content.ReadAsStream(cancellationToken);

    private static ValueTask<int> ReadSomeAsync(Stream stream, byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        stream.ReadAsync(buffer.AsMemory(offset, count), cancellationToken);
#else
    private static async ValueTask<Stream> OpenAsync(HttpContent content, bool isAsync, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return isAsync ? await content.ReadAsStreamAsync().ConfigureAwait(false) : content.ReadAsStreamAsync().GetAwaiter().GetResult();
    }

    private static Task<int> ReadSomeAsync(Stream stream, byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        stream.ReadAsync(buffer, offset, count, cancellationToken);
#endif

    private readonly record struct Beginning(VendorResult Result, byte[] Bytes, Stream? Rest, ExceptionDispatchInfo? Fault);
}
