namespace VendorErrors.Testing.Simulation;

/// <summary>A body that comes in two parts with a pause between them, or breaks off.</summary>
internal sealed class UnsteadyStream(byte[] body, TimeSpan pause, double? cut, TimeProvider time) : Stream
{
    private readonly int _end = cut is { } share ? (int)(body.Length * share) : body.Length;
    private int _position;
    private bool _hasPaused;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (PauseIsDue)
        {
            time.Delay(pause).GetAwaiter().GetResult();
        }

        return Take(buffer.AsSpan(offset, count));
    }

    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        if (PauseIsDue)
        {
            await time.Delay(pause, cancellationToken).ConfigureAwait(false);
        }

        return Take(buffer.AsSpan(offset, count));
    }

#if NET
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (PauseIsDue)
        {
            await time.Delay(pause, cancellationToken).ConfigureAwait(false);
        }

        return Take(buffer.Span);
    }
#endif

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private bool PauseIsDue => pause > TimeSpan.Zero && !_hasPaused && _position >= _end / 2 && (_hasPaused = true);

    private int Take(Span<byte> buffer)
    {
        if (_position == _end && cut is not null)
        {
            throw TransportErrors.Cut();
        }

        int stop = _hasPaused || pause == TimeSpan.Zero ? _end : Math.Max(_end / 2, _position);
        int count = Math.Min(buffer.Length, stop - _position);
        body.AsSpan(_position, count).CopyTo(buffer);
        _position += count;
        return count;
    }
}
