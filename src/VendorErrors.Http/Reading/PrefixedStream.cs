using System.Runtime.ExceptionServices;

namespace VendorErrors.Http.Reading;

/// <summary>A stream whose beginning was read already: gives that back first, then goes on live. Nothing after the beginning is buffered.</summary>
internal sealed class PrefixedStream(ReadOnlyMemory<byte> prefix, Stream? rest, ExceptionDispatchInfo? fault) : Stream
{
    private ReadOnlyMemory<byte> _prefix = prefix;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override bool CanTimeout => rest?.CanTimeout ?? false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (!_prefix.IsEmpty)
        {
            return TakePrefix(buffer.AsSpan(offset, count));
        }

        fault?.Throw();
        return rest?.Read(buffer, offset, count) ?? 0;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        if (!_prefix.IsEmpty)
        {
            return cancellationToken.IsCancellationRequested ? Task.FromCanceled<int>(cancellationToken) : Task.FromResult(TakePrefix(buffer.AsSpan(offset, count)));
        }

        fault?.Throw();
        return rest?.ReadAsync(buffer, offset, count, cancellationToken) ?? Task.FromResult(0);
    }

#if NET
    public override int Read(Span<byte> buffer)
    {
        if (!_prefix.IsEmpty)
        {
            return TakePrefix(buffer);
        }

        fault?.Throw();
        return rest?.Read(buffer) ?? 0;
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (!_prefix.IsEmpty)
        {
            return cancellationToken.IsCancellationRequested ? ValueTask.FromCanceled<int>(cancellationToken) : new ValueTask<int>(TakePrefix(buffer.Span));
        }

        fault?.Throw();
        return rest?.ReadAsync(buffer, cancellationToken) ?? new ValueTask<int>(0);
    }
#endif

    public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
    {
        ReadOnlyMemory<byte> beginning = _prefix;
        _prefix = default;
#if NET
        await destination.WriteAsync(beginning, cancellationToken).ConfigureAwait(false);
#else
        byte[] bytes = beginning.ToArray();
        await destination.WriteAsync(bytes, 0, bytes.Length, cancellationToken).ConfigureAwait(false);
#endif
        fault?.Throw();
        if (rest is not null)
        {
            // The original knows best how to copy itself.
            await rest.CopyToAsync(destination, bufferSize, cancellationToken).ConfigureAwait(false);
        }
    }

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
            rest?.Dispose();
        }

        base.Dispose(disposing);
    }

    private int TakePrefix(Span<byte> buffer)
    {
        int count = Math.Min(buffer.Length, _prefix.Length);
        _prefix.Span[..count].CopyTo(buffer);
        _prefix = _prefix[count..];
        return count;
    }
}
