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
            return Classify(response, request, default);
        }

        if (isSuccess && (!vendor.Definition.SuccessMayCarryError || !MediaType.MayHoldAnError(content)))
        {
            return Classify(response, request, default);
        }

        if (isSuccess && MediaType.IsEncoded(content))
        {
            return TransportAnswer.Undecided();
        }

        byte[] buffer = ArrayPool<byte>.Shared.Rent(FirstReadBytes);
        var length = 0;
        try
        {
            Stream stream = await OpenAsync(content, isAsync, cancellationToken).ConfigureAwait(false);
            ExceptionDispatchInfo? fault = null;
            var state = isSuccess ? Truth.Open : Truth.No;
            var atEnd = false;
            while (!atEnd && state != Truth.Yes && length < (state == Truth.Open ? peekLimit : errorLimit))
            {
                buffer = Grow(buffer, length, state == Truth.Open ? peekLimit : errorLimit);
                int read;
                try
                {
                    read = isAsync
                        ? await ReadSomeAsync(stream, buffer, length, cancellationToken).ConfigureAwait(false)
                        : stream.Read(buffer, length, buffer.Length - length);
                }
                catch (Exception e) when (e is IOException or HttpRequestException)
                {
                    fault = ExceptionDispatchInfo.Capture(e);
                    break;
                }

                length += read;
                atEnd = read == 0;
                state = state == Truth.Open && !atEnd ? Judge(response, request, buffer.AsSpan(0, length)) : state;
            }

            VendorResult result = state == Truth.Open && !atEnd && fault is null
                ? TransportAnswer.Undecided()
                : Classify(response, request, buffer.AsSpan(0, length));
            response.Content = new PrefixedContent(content, buffer.AsSpan(0, length).ToArray(), atEnd ? null : stream, fault);
            return result;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static byte[] Grow(byte[] buffer, int length, int limit)
    {
        if (length < buffer.Length)
        {
            return buffer;
        }

        byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Min(limit, buffer.Length * 2));
        buffer.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }

    private Truth Judge(HttpResponseMessage response, VendorRequest request, ReadOnlySpan<byte> beginning)
    {
        Catalog catalog = vendor.Catalog;
        Span<JsonSlot> slots = stackalloc JsonSlot[Math.Min(catalog.Paths.SlotCount, Classifier.MaxSlotsOnStack)];
        slots = slots.Length < catalog.Paths.SlotCount ? new JsonSlot[catalog.Paths.SlotCount] : slots;
        return EarlyVerdict.IsPlainSuccess(catalog, ToVendorResponse(response, request, beginning), slots);
    }

    private VendorResult Classify(HttpResponseMessage response, VendorRequest request, ReadOnlySpan<byte> body) =>
        vendor.Classify(ToVendorResponse(response, request, body));

    private VendorResponse ToVendorResponse(HttpResponseMessage response, VendorRequest request, ReadOnlySpan<byte> body) =>
        new((int)response.StatusCode, body)
        {
            Headers = new CombinedHeaders(response),
            Method = request.Method,
            Path = request.Path,
            ReceivedAt = time.GetUtcNow(),
        };

#if NET
    private static async ValueTask<Stream> OpenAsync(HttpContent content, bool isAsync, CancellationToken cancellationToken) =>
        isAsync ? await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false) : content.ReadAsStream(cancellationToken);

    private static ValueTask<int> ReadSomeAsync(Stream stream, byte[] buffer, int offset, CancellationToken cancellationToken) =>
        stream.ReadAsync(buffer.AsMemory(offset), cancellationToken);
#else
    private static async ValueTask<Stream> OpenAsync(HttpContent content, bool isAsync, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return isAsync ? await content.ReadAsStreamAsync().ConfigureAwait(false) : content.ReadAsStreamAsync().GetAwaiter().GetResult();
    }

    private static Task<int> ReadSomeAsync(Stream stream, byte[] buffer, int offset, CancellationToken cancellationToken) =>
        stream.ReadAsync(buffer, offset, buffer.Length - offset, cancellationToken);
#endif
}
