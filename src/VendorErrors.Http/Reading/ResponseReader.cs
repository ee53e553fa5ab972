using System.Buffers;
using System.Runtime.ExceptionServices;
using VendorErrors.Classification;
using VendorErrors.Classification.Bodies;
using VendorErrors.Http.Requests;
using VendorErrors.Http.Retries;

namespace VendorErrors.Http.Reading;

/// <summary>
/// Classifies a response and leaves it as readable as it was. A 2xx is looked into only until the verdict is known and never further than
/// the limit: where the vendor's 2xx tells the truth to its first member, where it is a file or compressed to its first bytes. An error body
/// is read whole, up to its limit.
/// </summary>
internal sealed class ResponseReader(Vendor vendor, int peekLimit, int errorLimit, TimeProvider time, bool endsStalledReads = true)
{
    private const int FirstReadBytes = 4 * 1024;

    // What is probably a file is only asked whether it begins like an answer.
    private const int FirstReadBytesOfFile = BodySniffer.TextBytes;
    private const long NotSeekable = -1;

    /// <summary>How long an error body may take. Then its status has to do: a body that stalls must not hold the call.</summary>
    internal static readonly TimeSpan ErrorBodyPatience = TimeSpan.FromSeconds(10);

    private readonly bool _successMayCarryError = vendor.Definition.SuccessMayCarryError;

    /// <summary>Classifies a response.</summary>
    /// <param name="response">The response, whose content is put back.</param>
    /// <param name="request">What was asked.</param>
    /// <param name="isAsync">Whether no thread may be blocked.</param>
    /// <param name="timeLeft">The time that is left of the attempt; null for any. An error body that takes longer is read as far as it came.</param>
    /// <param name="callersToken">The caller's token.</param>
    /// <param name="attemptToken">The token of the attempt, which ends the look into a 2xx.</param>
    internal ValueTask<VendorResult> ReadAsync(HttpResponseMessage response, VendorRequest request, bool isAsync, TimeSpan? timeLeft, CancellationToken callersToken, CancellationToken attemptToken)
    {
        bool isSuccess = (int)response.StatusCode is >= 200 and <= 299;
        HttpContent? content = response.Content;
        if (content is null || request.IsHead)
        {
            // A success without a body names no dates, so it costs no look at the clock.
            DateTimeOffset? receivedAt = isSuccess ? null : time.GetUtcNow();
            return new ValueTask<VendorResult>(vendor.Classify(ToVendorResponse(response, MediaTypeOf(content), request, default, receivedAt)));
        }

        string? type = MediaType.Of(content);
        bool isEncoded = isSuccess && MediaType.IsEncoded(content) && content.Headers.ContentLength != 0;
        int firstRead = isSuccess && (isEncoded || !_successMayCarryError || !MediaType.IsOfAnAnswer(type)) ? FirstReadBytesOfFile : FirstReadBytes;
        var answer = new Answer(response, content, type, request, firstRead, isSuccess, isEncoded, isAsync);
        return isSuccess ? OpenAndReadAsync(answer, attemptToken) : ReadErrorAsync(answer, timeLeft, callersToken);
    }

    private async ValueTask<VendorResult> ReadErrorAsync(Answer answer, TimeSpan? timeLeft, CancellationToken callersToken)
    {
        // A synchronous read can only be ended with its body. Whoever may change nothing waits for it, as the caller would.
        TimeSpan? limit = !answer.IsAsync && !endsStalledReads ? null : timeLeft < ErrorBodyPatience ? timeLeft : ErrorBodyPatience;
        using AttemptTimer patience = AttemptTimer.Start(time, limit, callersToken);
        Stream stream;
        try
        {
            stream = answer.IsAsync ? await OpenAsync(answer.Content, patience.Token).ConfigureAwait(false) : Open(answer.Content, patience.Token);
        }
        catch (OperationCanceledException) when (patience.HasRunOut)
        {
            return Classify(answer, default, isTruncated: true);
        }

        // A read that is waited for no longer goes on, because one that is canceled takes its connection with it; a synchronous one can only be ended.
        long start = stream.CanSeek ? stream.Position : NotSeekable;
        return await ReadOnAsync(answer, stream, start, ArrayPool<byte>.Shared.Rent(FirstReadBytes), started: null, patience, answer.IsAsync ? callersToken : patience.Token).ConfigureAwait(false);
    }

    private ValueTask<VendorResult> OpenAndReadAsync(in Answer answer, CancellationToken cancellationToken)
    {
        if (!answer.IsAsync)
        {
            return ReadBeginningAsync(answer, Open(answer.Content, cancellationToken), cancellationToken);
        }

        Task<Stream> opening = OpenAsync(answer.Content, cancellationToken);
        return opening.Status == TaskStatus.RanToCompletion
            ? ReadBeginningAsync(answer, opening.Result, cancellationToken)
            : AwaitAndReadAsync(answer, opening, cancellationToken);
    }

    private async ValueTask<VendorResult> AwaitAndReadAsync(Answer answer, Task<Stream> opening, CancellationToken cancellationToken) =>
        await ReadBeginningAsync(answer, await opening.ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    /// <summary>Most plain successes have come with their headers, and are recognized by a first read that waits for nothing.</summary>
    private ValueTask<VendorResult> ReadBeginningAsync(in Answer answer, Stream stream, CancellationToken cancellationToken)
    {
        long start = stream.CanSeek ? stream.Position : NotSeekable;
        byte[] buffer = ArrayPool<byte>.Shared.Rent(FirstReadBytes);
        ValueTask<int> reading = StartReading(answer, stream, buffer, cancellationToken);
        if (!reading.IsCompletedSuccessfully)
        {
            return ReadOnAsync(answer, stream, start, buffer, reading, patience: default, cancellationToken);
        }

        int length = reading.Result;
        if (length == 0 || Judge(answer, buffer.AsSpan(0, length), out VendorResult success, out _) != Truth.Yes)
        {
            return ReadOnAsync(answer, stream, start, buffer, new ValueTask<int>(length), patience: default, cancellationToken);
        }

        PutBack(answer, stream, start, buffer.AsSpan(0, length), atEnd: false, fault: null);
        ArrayPool<byte>.Shared.Return(buffer);
        return new ValueTask<VendorResult>(success);
    }

    private ValueTask<int> StartReading(in Answer answer, Stream stream, byte[] buffer, CancellationToken cancellationToken)
    {
        int room = Math.Min(answer.FirstRead, LimitOf(answer));
        try
        {
            return answer.IsAsync
                ? ReadSomeAsync(stream, buffer, 0, room, cancellationToken)
                : new ValueTask<int>(ReadSome(stream, buffer, 0, room, cancellationToken));
        }
#pragma warning disable CA1031 // It is told where the read is waited for.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return new ValueTask<int>(Task.FromException<int>(e));
        }
    }

    private async ValueTask<VendorResult> ReadOnAsync(
        Answer answer, Stream stream, long start, byte[] buffer, ValueTask<int>? started, AttemptTimer patience, CancellationToken cancellationToken)
    {
        var body = new BodyProgress(buffer, LimitOf(answer));
        Truth state = answer.IsSuccess ? Truth.Open : Truth.No;
        VendorResult success = default;
        try
        {
            while (!body.IsOver && state != Truth.Yes)
            {
                await ReadMoreAsync(answer, stream, body, started, patience, cancellationToken).ConfigureAwait(false);
                started = null;
                if (state == Truth.Open && !body.AtEnd && body.Fault is null)
                {
                    state = Judge(answer, body.Read, out success, out bool isWhole);
                    body.IsWhole = isWhole;
                }
            }

            if (body.Unfinished is not null)
            {
                // Off the stack of whoever ended the wait: it may be the very read, and a caller who blocks for it would never have it.
                await Task.Yield();
            }

            VendorResult result = state == Truth.Yes ? success : ClassifyRead(answer, body.Read, isCut: !body.AtEnd && body.Fault is null, isUndecided: !body.AtEnd && !body.IsWhole && body.Fault is null, isBroken: body.Fault is not null);
            PutBack(answer, stream, start, body);
            return result;
        }
        finally
        {
            // What is still being read into is not for others.
            if (body.Unfinished is null)
            {
                ArrayPool<byte>.Shared.Return(body.Buffer);
            }
        }
    }

    private static async ValueTask ReadMoreAsync(Answer answer, Stream stream, BodyProgress body, ValueTask<int>? started, AttemptTimer patience, CancellationToken cancellationToken)
    {
        try
        {
            int room = body.MakeRoom();
            ValueTask<int> reading = started ?? (answer.IsAsync
                ? ReadSomeAsync(stream, body.Buffer, body.Length, room, cancellationToken)
                : new ValueTask<int>(ReadSome(stream, body.Buffer, body.Length, room, cancellationToken)));
            int read;
            if (reading.IsCompleted || answer.IsSuccess)
            {
                read = await reading.ConfigureAwait(false);
            }
            else
            {
                body.Unfinished = reading.AsTask();
                read = await body.Unfinished.WaitOrCancelAsync(patience.Token).ConfigureAwait(false);
                body.Unfinished = null;
            }

            body.Length += read;
            body.AtEnd = read == 0;
        }
        catch (OperationCanceledException) when (patience.HasRunOut && body.Unfinished is not null)
        {
            // The rest of the body may still come: the caller waits for it where the caller reads.
        }
        catch (OperationCanceledException e) when (patience.HasRunOut)
        {
            body.Fault = ExceptionDispatchInfo.Capture(new IOException("The body of the answer stalled.", e));
        }
        // Whatever breaks a body (also its decompression), the caller meets it at the same place of the stream.
        catch (Exception e) when (e is not OperationCanceledException)
        {
            body.Unfinished = null;
            body.Fault = ExceptionDispatchInfo.Capture(e);
        }
    }

    private int LimitOf(in Answer answer) => answer.IsSuccess ? peekLimit : errorLimit;

    private static void PutBack(in Answer answer, Stream stream, long start, BodyProgress body)
    {
        if (body.Unfinished is { } unfinished)
        {
            answer.Response.Content = new PrefixedContent(answer.Content, body.Buffer.AsMemory(0, body.Length), new UnfinishedStream(unfinished, body.Buffer, body.Length, stream), fault: null);
            return;
        }

        PutBack(answer, stream, start, body.Read, body.AtEnd, body.Fault);
    }

    /// <summary>Leaves the content as if nobody had read of it.</summary>
    private static void PutBack(in Answer answer, Stream stream, long start, ReadOnlySpan<byte> beginning, bool atEnd, ExceptionDispatchInfo? fault)
    {
        if (start != NotSeekable && fault is null)
        {
            // What is in memory already needs no copy of its beginning.
            stream.Position = start;
            return;
        }

        answer.Response.Content = new PrefixedContent(answer.Content, beginning.ToArray(), atEnd ? null : stream, fault);
    }

    private VendorResult ClassifyRead(in Answer answer, ReadOnlySpan<byte> read, bool isCut, bool isUndecided, bool isBroken)
    {
        if (answer.IsEncoded && PlainBytes.Are(read, isAll: true) != Truth.Yes)
        {
            return TransportResult.Undecided();
        }

        VendorResult result = Classify(answer, read, isCut);
        if (isUndecided && result.IsSuccess)
        {
            return TransportResult.Undecided();
        }

        // Where nothing that came tells what happened, it is an answer that was cut before its first word.
        return isBroken && !result.IsFailure ? Classify(answer, "{"u8, isTruncated: false) : result;
    }

    private Truth Judge(in Answer answer, ReadOnlySpan<byte> beginning, out VendorResult success, out bool isWhole)
    {
        isWhole = false;
        if (answer.IsEncoded && PlainBytes.Are(beginning, isAll: false) is var plain && plain != Truth.Yes)
        {
            // Compressed in truth: nobody can look into it, and it stays a stream.
            success = TransportResult.Undecided();
            return plain == Truth.No ? Truth.Yes : Truth.Open;
        }

        VendorResponse response = ToVendorResponse(answer.Response, answer.Type, answer.Request, beginning, receivedAt: null);
        return Classifier.ClassifyBeginning(vendor.Catalog, response, out success, out isWhole);
    }

    /// <summary>A synchronous read that a token can end: by closing the stream under it, as the framework does.</summary>
    private static int ReadSome(Stream stream, byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        int read;
        try
        {
            using CancellationTokenRegistration registration = cancellationToken.Register(static open => ((Stream)open!).Dispose(), stream);
            read = stream.Read(buffer, offset, count);
        }
        // Whatever a stream throws that was closed under a read, it means the cancellation.
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }

        // It may have been closed in the very moment in which it gave its bytes.
        cancellationToken.ThrowIfCancellationRequested();
        return read;
    }

    private VendorResult Classify(in Answer answer, ReadOnlySpan<byte> body, bool isTruncated) =>
        vendor.Classify(ToVendorResponse(answer.Response, answer.Type, answer.Request, body, time.GetUtcNow(), isTruncated));

    private static string? MediaTypeOf(HttpContent? content) => content is null ? null : MediaType.Of(content);

    private static VendorResponse ToVendorResponse(HttpResponseMessage response, string? type, VendorRequest request, ReadOnlySpan<byte> body, DateTimeOffset? receivedAt, bool isTruncated = false) =>
        new((int)response.StatusCode, body)
        {
            Headers = new CombinedHeaders(response),
            ContentType = type ?? string.Empty,
            Method = request.Method,
            Path = request.Path,
            ReceivedAt = receivedAt,
            IsTruncated = isTruncated,
        };

#if NET
    private static Task<Stream> OpenAsync(HttpContent content, CancellationToken cancellationToken) => content.ReadAsStreamAsync(cancellationToken);

    private static Stream Open(HttpContent content, CancellationToken cancellationToken) => content.ReadAsStream(cancellationToken);

    private static ValueTask<int> ReadSomeAsync(Stream stream, byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        stream.ReadAsync(buffer.AsMemory(offset, count), cancellationToken);
#else
    private static Task<Stream> OpenAsync(HttpContent content, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return content.ReadAsStreamAsync();
    }

    private static Stream Open(HttpContent content, CancellationToken cancellationToken) => OpenAsync(content, cancellationToken).GetAwaiter().GetResult();

    private static ValueTask<int> ReadSomeAsync(Stream stream, byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        new(stream.ReadAsync(buffer, offset, count, cancellationToken));
#endif

    /// <summary>A response that is looked into.</summary>
    private readonly record struct Answer(HttpResponseMessage Response, HttpContent Content, string? Type, VendorRequest Request, int FirstRead, bool IsSuccess, bool IsEncoded, bool IsAsync);
}
