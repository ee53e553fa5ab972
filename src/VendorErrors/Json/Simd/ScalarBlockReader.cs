using System.Buffers.Binary;

namespace VendorErrors.Json.Simd;

/// <summary>Eight bytes at once in a plain number, for machines and frameworks without vectors.</summary>
internal readonly struct ScalarBlockReader : IBlockReader
{
    private const ulong EachByte = 0x0101_0101_0101_0101;
    private const ulong LowBits = 0x7F7F_7F7F_7F7F_7F7F;

    // Brings the lowest bits of eight bytes together in the highest byte.
    private const ulong Gather = 0x0102_0408_1020_4080;

    public ulong Find(ReadOnlySpan<byte> json, int position, byte wanted, byte ignored = 0)
    {
        ReadOnlySpan<byte> block = json.Slice(position, Block.Size);
        ulong found = 0;
        for (var i = 0; i < Block.Size; i += sizeof(ulong))
        {
            ulong differences = (BinaryPrimitives.ReadUInt64LittleEndian(block[i..]) | (ignored * EachByte)) ^ (wanted * EachByte);
            ulong different = (((differences & LowBits) + LowBits) | differences) >> 7;
            found |= ((~different & EachByte) * Gather >> 56) << i;
        }

        return found;
    }
}
