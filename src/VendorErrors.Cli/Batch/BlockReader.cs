namespace VendorErrors.Cli.Batch;

/// <summary>
/// Cuts a stream into blocks of whole lines. A block is what one read brought, so that the lines of a slow pipe do not wait for a full
/// block. Memory is bounded by the longest line that is allowed. Not for use by several threads at a time.
/// </summary>
internal sealed class BlockReader(Stream stream, InputBeginning beginning)
{
    /// <summary>The longest line: 16 MiB. A longer one is skipped and reported.</summary>
    internal const int MaxLineBytes = 16 * 1024 * 1024;

    /// <summary>How much is read at a time: 1 MiB.</summary>
    internal const int BlockBytes = 1024 * 1024;

    // The beginning of a line whose end is not read yet.
    private readonly Block _rest = new();
    private long _blocks;
    private long _lines;
    private long _bytes;
    private int _taken;
    private bool _isAtEnd = beginning.IsWhole;

    /// <summary>Fills the block with the next lines; false after the last.</summary>
    public bool TryRead(Block block)
    {
        block.Length = 0;
        block.Append(_rest.Lines);
        _rest.Length = 0;
        int lastEnd = -1;
        while (lastEnd < 0 && block.Length <= MaxLineBytes && Fill(block, out Span<byte> read))
        {
            lastEnd = read.LastIndexOf((byte)'\n');
            if (lastEnd >= 0)
            {
                _rest.Append(read[(lastEnd + 1)..]);
                block.Length -= read.Length - lastEnd - 1;
            }
        }

        block.IsTooLongLine = lastEnd < 0 && block.Length > MaxLineBytes;
        if (block.IsTooLongLine)
        {
            SkipLine(block);
        }

        block.Number = _blocks++;
        block.FirstLine = _lines + 1;
        block.End = _bytes - _rest.Length;
        bool endsInLine = block.IsTooLongLine || (block.Length > 0 && block.Lines[^1] != '\n');
        _lines += block.Lines.Count((byte)'\n') + (endsInLine ? 1 : 0);
        return block.Length > 0 || block.IsTooLongLine;
    }

    private bool Fill(Block block, out Span<byte> read)
    {
        Span<byte> room = block.Room();

        // A keyboard that has said that it is at its end must not be asked again.
        int count = TakeBeginning(room) is > 0 and var taken ? taken : _isAtEnd ? 0 : stream.Read(room);
        _isAtEnd |= count == 0;
        read = room[..count];
        block.Length += count;
        _bytes += count;
        return count > 0;
    }

    private int TakeBeginning(Span<byte> room)
    {
        ReadOnlySpan<byte> left = beginning.Bytes.AsSpan(_taken);
        int count = Math.Min(left.Length, room.Length);
        left[..count].CopyTo(room);
        _taken += count;
        return count;
    }

    private void SkipLine(Block block)
    {
        int end = -1;
        for (block.Length = 0; end < 0 && Fill(block, out Span<byte> read); block.Length = 0)
        {
            end = read.IndexOf((byte)'\n');
            _rest.Append(end < 0 ? default : read[(end + 1)..]);
        }
    }
}
