namespace VendorErrors.Cli.Batch;

/// <summary>Whole lines of the input, with their place in it. Its buffer is used again and again.</summary>
internal sealed class Block
{
    private byte[] _buffer = new byte[BlockReader.BlockBytes];

    /// <summary>The lines with their ends; the last line of the input may lack its end.</summary>
    public ReadOnlySpan<byte> Lines => _buffer.AsSpan(0, Length);

    public int Length { get; set; }

    /// <summary>Which block it is, counted from 0.</summary>
    public long Number { get; set; }

    /// <summary>The number of its first line, counted from 1.</summary>
    public long FirstLine { get; set; }

    /// <summary>Where it ends in the input, in bytes.</summary>
    public long End { get; set; }

    /// <summary>Whether it represents one line that is longer than allowed. It is empty then.</summary>
    public bool IsTooLongLine { get; set; }

    /// <summary>The part of the buffer after <see cref="Length"/>, never empty.</summary>
    public Span<byte> Room()
    {
        if (Length == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        return _buffer.AsSpan(Length);
    }

    public void Append(ReadOnlySpan<byte> bytes)
    {
        while (Room().Length < bytes.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        bytes.CopyTo(Room());
        Length += bytes.Length;
    }
}
