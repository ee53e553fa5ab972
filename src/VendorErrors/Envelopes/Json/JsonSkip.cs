using System.Runtime.CompilerServices;

namespace VendorErrors.Envelopes.Json;

/// <summary>
/// Finds the end of a container or a text without reading what is in it, 64 bytes at a time. The brackets have to balance outside of
/// texts; the grammar between them is not looked at. What cannot be told that way is left to <see cref="JsonScanner"/>.
/// </summary>
internal static class JsonSkip
{
    /// <summary>The body ends before the value does.</summary>
    internal const int Cut = -1;

    /// <summary>A comment, a stray backslash, brackets that do not match or nest too deep: only a full reading can tell.</summary>
    internal const int Odd = -2;

    /// <summary>The position behind the container that opens at <paramref name="start"/>; <see cref="Cut"/> or <see cref="Odd"/>.</summary>
    internal static int Container(ReadOnlySpan<byte> json, int start) => Container<BlockReader>(json, start);

    /// <summary>The position behind the text whose opening quote stands at <paramref name="start"/>; or <see cref="Cut"/>.</summary>
    internal static int Text(ReadOnlySpan<byte> json, int start) => Text<BlockReader>(json, start);

    internal static int Container<TReader>(ReadOnlySpan<byte> json, int start)
        where TReader : struct, IBlockReader
    {
        if (json.Length < BlockMasks.Size)
        {
            return Container<TReader>(Pad(json, stackalloc byte[BlockMasks.Size]), start);
        }

        var texts = default(TextMask);
        var depth = 0;
        for (int position = start; position < json.Length; position += BlockMasks.Size)
        {
            BlockMasks block = ReadBlock<TReader>(json, position);
            ulong inText = texts.Next(block);
            if (((block.Slashes | block.Backslashes) & ~inText) != 0)
            {
                return Odd;
            }

            ulong opens = block.Opens & ~inText;
            ulong closes = block.Closes & ~inText;
            int opened = Bits.Count(opens);
            int closed = Bits.Count(closes);
            if (depth + opened > JsonScanner.MaxDepth)
            {
                return Odd;
            }

            if (closed >= depth && CloseAtZero(opens, closes, depth) is var bit and >= 0)
            {
                int end = position + bit;
                return json[end] - json[start] == ']' - '[' ? end + 1 : Odd;
            }

            depth += opened - closed;
        }

        return Cut;
    }

    internal static int Text<TReader>(ReadOnlySpan<byte> json, int start)
        where TReader : struct, IBlockReader
    {
        if (json.Length < BlockMasks.Size)
        {
            return Text<TReader>(Pad(json, stackalloc byte[BlockMasks.Size]), start);
        }

        var texts = new TextMask(startsInText: true);
        for (int position = start + 1; position < json.Length; position += BlockMasks.Size)
        {
            BlockMasks block = ReadBlock<TReader>(json, position);
            ulong outside = ~texts.Next(block) & block.Quotes;
            if (outside != 0)
            {
                return position + Bits.TrailingZeros(outside) + 1;
            }
        }

        return Cut;
    }

    /// <summary>The block from a position on; where fewer bytes are left, the last block of the body without the bytes before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static BlockMasks ReadBlock<TReader>(ReadOnlySpan<byte> json, int position)
        where TReader : struct, IBlockReader
    {
        int last = json.Length - BlockMasks.Size;
        return position <= last ? default(TReader).Read(json, position) : default(TReader).Read(json, last).Skip(position - last);
    }

    private static ReadOnlySpan<byte> Pad(ReadOnlySpan<byte> json, Span<byte> block)
    {
        json.CopyTo(block);
        block[json.Length..].Fill((byte)' ');
        return block;
    }

    /// <summary>The closing bracket at which the depth comes to zero, or -1.</summary>
    private static int CloseAtZero(ulong opens, ulong closes, int depth)
    {
        for (ulong rest = closes; rest != 0; rest &= rest - 1)
        {
            depth--;
            ulong before = (rest & (~rest + 1)) - 1;
            if (depth + Bits.Count(opens & before) == 0)
            {
                return Bits.TrailingZeros(rest);
            }
        }

        return -1;
    }
}
