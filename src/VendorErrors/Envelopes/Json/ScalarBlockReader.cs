namespace VendorErrors.Envelopes.Json;

/// <summary>Byte by byte, for machines and frameworks without vectors.</summary>
internal readonly struct ScalarBlockReader : IBlockReader
{
    public BlockMasks Read(ReadOnlySpan<byte> json, int position)
    {
        ulong quotes = 0, backslashes = 0, slashes = 0, opens = 0, closes = 0;
        ReadOnlySpan<byte> block = json.Slice(position, BlockMasks.Size);
        for (var i = 0; i < block.Length; i++)
        {
            ulong bit = 1UL << i;
            switch (block[i])
            {
                case (byte)'"':
                    quotes |= bit;
                    break;
                case (byte)'\\':
                    backslashes |= bit;
                    break;
                case (byte)'/':
                    slashes |= bit;
                    break;
                case (byte)'{' or (byte)'[':
                    opens |= bit;
                    break;
                case (byte)'}' or (byte)']':
                    closes |= bit;
                    break;
            }
        }

        return new BlockMasks(quotes, backslashes, slashes, opens, closes);
    }
}
