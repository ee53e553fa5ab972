using VendorErrors.Http.Retries;

namespace VendorErrors.Http.Reading;

/// <summary>A stream with a read under way that nobody waits for any longer: its bytes come first, then the stream goes on.</summary>
internal sealed class UnfinishedStream : Stream
{
    private readonly byte[] _buffer;
    private readonly int _offset;
    private readonly Stream _rest;
    private Task<int>? _reading;
    private ReadOnlyMemory<byte> _read;

    /// <summary>Takes the stream over.</summary>
    /// <param name="reading">The read that is under way.</param>
    /// <param name="buffer">Where it puts its bytes.</param>
    /// <param name="offset">From where on.</param>
    /// <param name="rest">The stream that is read.</param>
    public UnfinishedStream(Task<int> reading, byte[] buffer, int offset, Stream rest)
    {
        (_reading, _buffer, _offset, _rest) = (reading, buffer, offset, rest);

        // Where the response is let go of, the read fails, and nobody asks why.
        _ = reading.ContinueWith(static task => _ = task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_reading is { } reading)
        {
            Finish(reading.GetAwaiter().GetResult());
        }

        return _read.IsEmpty ? _rest.Read(buffer, offset, count) : Take(buffer.AsSpan(offset, count));
    }

    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        await FinishAsync(cancellationToken).ConfigureAwait(false);
#if NET
        return _read.IsEmpty ? await _rest.ReadAsync(buffer.AsMemory(offset, count), cancellationToken).ConfigureAwait(false) : Take(buffer.AsSpan(offset, count));
#else
        return _read.IsEmpty ? await _rest.ReadAsync(buffer, offset, count, cancellationToken).ConfigureAwait(false) : Take(buffer.AsSpan(offset, count));
#endif
    }

#if NET
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await FinishAsync(cancellationToken).ConfigureAwait(false);
        return _read.IsEmpty ? await _rest.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) : Take(buffer.Span);
    }
#endif

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _rest.Dispose();
        }

        base.Dispose(disposing);
    }

    private async ValueTask FinishAsync(CancellationToken cancellationToken)
    {
        if (_reading is { } reading)
        {
            Finish(await reading.WaitOrCancelAsync(cancellationToken).ConfigureAwait(false));
        }
    }

    private void Finish(int count)
    {
        _read = _buffer.AsMemory(_offset, count);
        _reading = null;
    }

    private int Take(Span<byte> destination)
    {
        int count = Math.Min(destination.Length, _read.Length);
        _read.Span[..count].CopyTo(destination);
        _read = _read[count..];
        return count;
    }
}
