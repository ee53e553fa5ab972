namespace VendorErrors.Json.Simd;

/// <summary>
/// Finds the end of a container or a text without reading what is in it, 64 bytes at a time. The brackets have to balance outside of
/// texts; the grammar between them is not looked at. What cannot be decided that way is left to <see cref="JsonScanner"/>.
/// </summary>
internal static class JsonSkip
{
    /// <summary>The body ends before the value does.</summary>
    internal const int Cut = -1;

    /// <summary>A comment, a stray backslash, brackets that do not match or nest too deep: only a full reading can decide.</summary>
    internal const int Odd = -2;

    /// <summary>How deep containers may nest before a body counts as hostile.</summary>
    internal const int MaxDepth = 1024;

#if NET
    /// <summary>The position after the container that opens at <paramref name="start"/>; <see cref="Cut"/> or <see cref="Odd"/>.</summary>
    internal static int Container(ReadOnlySpan<byte> json, int start) => Container<BlockReader>(json, start);

    /// <summary>The position after the text that contains <paramref name="start"/>, though not after a backslash; or <see cref="Cut"/>.</summary>
    internal static int Text(ReadOnlySpan<byte> json, int start) => Text<BlockReader>(json, start);

    internal static int Container<TReader>(ReadOnlySpan<byte> json, int start)
        where TReader : struct, IBlockReader
    {
        if (json.Length < Block.Size)
        {
            return ContainerOfShort<TReader>(json, start);
        }

        var texts = default(TextMask);
        var depth = 0;
        for (int position = start; position < json.Length; position += Block.Size)
        {
            int at = Math.Min(position, json.Length - Block.Size);
            ulong quotes = default(TReader).Find(json, at, (byte)'"');
            ulong backslashes = default(TReader).Find(json, at, (byte)'\\');
            ulong slashes = default(TReader).Find(json, at, (byte)'/');
            ulong opens = default(TReader).Find(json, at, (byte)'{', Block.BracketKind);
            ulong closes = default(TReader).Find(json, at, (byte)'}', Block.BracketKind);
            if (at < position)
            {
                // The last block of the body again, without what was seen of it.
                int seen = position - at;
                (quotes, backslashes, slashes, opens, closes) = (quotes >> seen, backslashes >> seen, slashes >> seen, opens >> seen, closes >> seen);
            }

            ulong outside = ~texts.Next(quotes, backslashes);
            if (((slashes | backslashes) & outside) != 0)
            {
                return Odd;
            }

            opens &= outside;
            closes &= outside;
            int opened = Bits.Count(opens);
            int closed = Bits.Count(closes);
            if (depth + opened > MaxDepth)
            {
                return Odd;
            }

            int depthBehind = depth + opened - closed;
            if (closed >= depth && CloseAtZero(opens, closes, depth) is var bit and >= 0)
            {
                int end = position + bit;
                return json[end] - json[start] == ']' - '[' ? end + 1 : Odd;
            }

            depth = depthBehind;
        }

        return Cut;
    }

    internal static int Text<TReader>(ReadOnlySpan<byte> json, int start)
        where TReader : struct, IBlockReader
    {
        if (json.Length < Block.Size)
        {
            return TextOfShort<TReader>(json, start);
        }

        TextMask texts = TextMask.WithinText;
        for (int position = start; position < json.Length; position += Block.Size)
        {
            int at = Math.Min(position, json.Length - Block.Size);
            ulong quotes = default(TReader).Find(json, at, (byte)'"') >> (position - at);
            ulong backslashes = default(TReader).Find(json, at, (byte)'\\') >> (position - at);
            ulong outside = quotes & ~texts.Next(quotes, backslashes);
            if (outside != 0)
            {
                return position + Bits.TrailingZeros(outside) + 1;
            }
        }

        return Cut;
    }

    // Methods of their own: with an array on the stack the others would be compiled once and for all, before it is known where they are hot.
    private static int ContainerOfShort<TReader>(ReadOnlySpan<byte> json, int start)
        where TReader : struct, IBlockReader => Container<TReader>(Block.Pad(json, stackalloc byte[Block.Size]), start);

    private static int TextOfShort<TReader>(ReadOnlySpan<byte> json, int start)
        where TReader : struct, IBlockReader => Text<TReader>(Block.Pad(json, stackalloc byte[Block.Size]), start);

    /// <summary>The closing bracket at which the depth comes to zero, or -1.</summary>
    private static int CloseAtZero(ulong opens, ulong closes, int depth)
    {
        // What is opened and closed with no bracket in between leaves the depth as it was, so only the others are looked at one by one. The
        // first bracket of all is the container's own.
        ulong inner = depth == 0 ? opens & (opens - 1) : opens;
        ulong between = ~(opens | closes);
        ulong behindInner = (inner << 1) + between;
        for (ulong rest = closes & ~(behindInner & ~between); rest != 0; rest &= rest - 1)
        {
            ulong upTo = rest ^ (rest - 1);
            if (depth + Bits.Count(opens & upTo) - Bits.Count(closes & upTo) == 0)
            {
                return Bits.TrailingZeros(rest);
            }
        }

        return -1;
    }
#else
    // This target has no vectors.
    internal static int Container(ReadOnlySpan<byte> json, int start)
    {
        var depth = 0;
        for (int at = start; at < json.Length; at++)
        {
            switch (json[at])
            {
                case (byte)'"':
                    at = Text(json, at + 1) - 1;
                    if (at < 0)
                    {
                        return Cut;
                    }

                    break;
                case (byte)'{' or (byte)'[':
                    if (++depth > MaxDepth)
                    {
                        return Odd;
                    }

                    break;
                case (byte)'}' or (byte)']' when --depth == 0:
                    return json[at] - json[start] == ']' - '[' ? at + 1 : Odd;
                case (byte)'/' or (byte)'\\':
                    return Odd;
            }
        }

        return Cut;
    }

    internal static int Text(ReadOnlySpan<byte> json, int start)
    {
        while (start < json.Length)
        {
            int next = json[start..].IndexOfAny((byte)'"', (byte)'\\');
            if (next < 0)
            {
                return Cut;
            }

            start += next + 1;
            if (json[start - 1] == (byte)'"')
            {
                return start;
            }

            start++;
        }

        return Cut;
    }
#endif
}
