namespace VendorErrors.Cli.Batch;

/// <summary>Lines of a stream as bytes, read in large blocks. Memory is bounded by the longest line that is allowed.</summary>
internal sealed class LineReader(Stream stream)
{
    /// <summary>The longest line: 16 MiB. A longer one is skipped and reported.</summary>
    internal const int MaxLineBytes = 16 * 1024 * 1024;

    private const int BlockBytes = 256 * 1024;

    private byte[] _buffer = new byte[BlockBytes];
    private int _start;
    private int _end;
    private bool _atEnd;

    /// <summary>How many lines were read.</summary>
    public long LineNumber { get; private set; }

    /// <summary>How many bytes were read.</summary>
    public long BytesRead { get; private set; }

    /// <summary>Reads the next line, without its end; false after the last one. <paramref name="tooLong"/> lines come empty.</summary>
    public bool TryRead(out ReadOnlySpan<byte> line, out bool tooLong)
    {
        tooLong = false;
        var searched = 0;
        while (true)
        {
            int lineEnd = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (lineEnd >= 0)
            {
                line = tooLong ? default : Trim(_buffer.AsSpan(_start, searched + lineEnd));
                _start += searched + lineEnd + 1;
                LineNumber++;
                return true;
            }

            searched = _end - _start;
            if (searched > MaxLineBytes)
            {
                tooLong = true;
                (_start, _end, searched) = (0, 0, 0);
            }

            if (_atEnd || !Fill())
            {
                line = tooLong ? default : Trim(_buffer.AsSpan(_start, _end - _start));
                bool any = tooLong || _end > _start;
                _start = _end;
                LineNumber += any ? 1 : 0;
                return any;
            }
        }
    }

    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> line) => line is [.., (byte)'\r'] ? line[..^1] : line;

    private bool Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        int read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        BytesRead += read;
        _atEnd = read == 0;
        return read > 0;
    }
}
