using System.Buffers;

namespace VendorErrors.Http.Requests;

/// <summary>
/// The bytes of a content as its first attempt wrote them, in pooled segments, up to a bound for the request and one for the process. Beyond
/// either the copy is dropped. Safe for use by several threads: a transport may still be reading when the call is over.
/// </summary>
internal sealed class ContentRecording(int limit)
{
    /// <summary>What all copies of the process may hold together: 64 MiB.</summary>
    internal const long ProcessLimit = 64L * 1024 * 1024;

    private const int FirstSegment = 4 * 1024;
    private const int LargestSegment = 64 * 1024;

    private static long s_held;

    private readonly object _lock = new();
    private readonly List<ArraySegment<byte>> _segments = [];
    private State _state;
    private long _length;
    private int _users;
    private bool _isReleased;

    private enum State
    {
        Untouched = 0,
        Recording = 1,
        Complete = 2,

        /// <summary>Too large, or not written to its end: the copy is of no use.</summary>
        Lost = 3,
    }

    /// <summary>How many bytes all copies of the process hold.</summary>
    internal static long Held => Interlocked.Read(ref s_held);

    /// <summary>Whether the bytes are there as a whole, or nobody has asked the content for them yet.</summary>
    public bool CanReplay
    {
        get
        {
            lock (_lock)
            {
                return _state is State.Complete or State.Untouched;
            }
        }
    }

    /// <summary>Whether a transport is still writing the content.</summary>
    public bool IsInUse
    {
        get
        {
            lock (_lock)
            {
                return _users > 0;
            }
        }
    }

    /// <summary>How many bytes the whole content has; null where that is not known yet.</summary>
    public long? Length
    {
        get
        {
            lock (_lock)
            {
                return _state == State.Complete ? _length : null;
            }
        }
    }

    /// <summary>Begins to write the content out.</summary>
    /// <returns>Whether to write the copy, instead of asking the content; and whether to make one, if not.</returns>
    public (bool Replays, bool Records) Begin()
    {
        lock (_lock)
        {
            _users++;
            bool records = _state == State.Untouched && !_isReleased;
            bool replays = _state == State.Complete && !_isReleased;
            _state = records ? State.Recording : _state;
            return (replays, records);
        }
    }

    /// <summary>Takes over what was written.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        lock (_lock)
        {
            if (_state != State.Recording)
            {
                return;
            }

            if (_isReleased || _length + bytes.Length > limit)
            {
                Drop();
                return;
            }

            while (!bytes.IsEmpty && _state == State.Recording)
            {
                bytes = bytes[Fill(bytes)..];
            }
        }
    }

    /// <summary>Ends what <see cref="Begin"/> began.</summary>
    /// <param name="isWhole">Whether all was written.</param>
    /// <param name="records">What <see cref="Begin"/> said: another writer, of the same content at the same time, says nothing about the copy.</param>
    public void End(bool isWhole, bool records)
    {
        lock (_lock)
        {
            _users--;
            if (records && _state == State.Recording)
            {
                if (isWhole)
                {
                    _state = State.Complete;
                }
                else
                {
                    Drop();
                }
            }

            ReturnIfUnused();
        }
    }

    /// <summary>Writes the copy out. Between <see cref="Begin"/> and <see cref="End"/>, so that nobody takes it away.</summary>
    public async Task CopyToAsync(Stream stream, CancellationToken cancellationToken)
    {
        foreach (ArraySegment<byte> segment in _segments)
        {
#if NET
            await stream.WriteAsync(segment, cancellationToken).ConfigureAwait(false);
#else
            await stream.WriteAsync(segment.Array, segment.Offset, segment.Count, cancellationToken).ConfigureAwait(false);
#endif
        }
    }

    /// <summary>The same, synchronously.</summary>
    public void CopyTo(Stream stream)
    {
        foreach (ArraySegment<byte> segment in _segments)
        {
            stream.Write(segment.Array!, segment.Offset, segment.Count);
        }
    }

    /// <summary>The call is over: the segments go back as soon as nobody writes them any longer.</summary>
    public void Release()
    {
        lock (_lock)
        {
            _isReleased = true;
            ReturnIfUnused();
        }
    }

    private int Fill(ReadOnlySpan<byte> bytes)
    {
        int last = _segments.Count - 1;
        if (last < 0 || _segments[last].Count == _segments[last].Array!.Length)
        {
            byte[] rented = ArrayPool<byte>.Shared.Rent(last < 0 ? FirstSegment : Math.Min(LargestSegment, _segments[last].Array!.Length * 2));
            if (Interlocked.Add(ref s_held, rented.Length) > ProcessLimit)
            {
                Interlocked.Add(ref s_held, -rented.Length);
                ArrayPool<byte>.Shared.Return(rented);
                Drop();
                return bytes.Length;
            }

            _segments.Add(new ArraySegment<byte>(rented, 0, 0));
            last++;
        }

        ArraySegment<byte> segment = _segments[last];
        int count = Math.Min(bytes.Length, segment.Array!.Length - segment.Count);
        bytes[..count].CopyTo(segment.Array.AsSpan(segment.Count));
        _segments[last] = new ArraySegment<byte>(segment.Array, 0, segment.Count + count);
        _length += count;
        return count;
    }

    private void Drop()
    {
        _state = State.Lost;
        ReturnSegments();
    }

    private void ReturnIfUnused()
    {
        if (_isReleased && _users == 0)
        {
            ReturnSegments();
        }
    }

    private void ReturnSegments()
    {
        foreach (ArraySegment<byte> segment in _segments)
        {
            Interlocked.Add(ref s_held, -segment.Array!.Length);
            ArrayPool<byte>.Shared.Return(segment.Array);
        }

        _segments.Clear();
    }
}
