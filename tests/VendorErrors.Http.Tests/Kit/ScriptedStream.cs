namespace VendorErrors.Http.Tests.Kit;

/// <summary>Delivers the given chunks one by one; then ends, stalls or fails. Counts what was read.</summary>
internal sealed class ScriptedStream(params byte[][] chunks) : Stream
{
    private int _chunk;
    private int _offset;

    /// <summary>What comes after the last chunk: the end, or, where true, nothing at all.</summary>
    public bool Stalls { get; init; }

    /// <summary>What comes after the last chunk: the end, or this exception.</summary>
    public Exception? Fault { get; init; }

    public long BytesRead { get; private set; }

    public bool IsDisposed { get; private set; }

    /// <summary>How often it was asked for more than it had.</summary>
    public int ReadsBeyondTheChunks { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public static ScriptedStream Of(params string[] chunks) => new([.. chunks.Select(Encoding.UTF8.GetBytes)]);

    public static ScriptedStream Stalling(params string[] chunks) => new([.. chunks.Select(Encoding.UTF8.GetBytes)]) { Stalls = true };

    public static ScriptedStream Failing(Exception fault, params string[] chunks) => new([.. chunks.Select(Encoding.UTF8.GetBytes)]) { Fault = fault };

    /// <summary>A body cut into chunks of one size.</summary>
    public static ScriptedStream Cut(byte[] body, int size) => new([.. body.Chunk(size)]);

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (Take(buffer.AsSpan(offset, count)) is { } taken)
        {
            return taken;
        }

        using var never = new ManualResetEventSlim();
        never.Wait(Eventually.Patience, TestContext.Current.CancellationToken);
        throw new TimeoutException("A stalled stream was read.");
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Take(buffer.Span) is { } taken)
        {
            return taken;
        }

        await Task.Delay(Timeout.Infinite, cancellationToken);
        return 0;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }

    private int? Take(Span<byte> buffer)
    {
        if (_chunk == chunks.Length)
        {
            ReadsBeyondTheChunks++;
            return Fault is not null ? throw Fault : Stalls ? null : 0;
        }

        int count = Math.Min(buffer.Length, chunks[_chunk].Length - _offset);
        chunks[_chunk].AsSpan(_offset, count).CopyTo(buffer);
        _offset += count;
        if (_offset == chunks[_chunk].Length)
        {
            _chunk++;
            _offset = 0;
        }

        BytesRead += count;
        return count;
    }
}
