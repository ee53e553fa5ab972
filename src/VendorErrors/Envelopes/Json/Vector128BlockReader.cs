#if NET
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace VendorErrors.Envelopes.Json;

/// <summary>16 bytes at once.</summary>
internal readonly struct Vector128BlockReader : IBlockReader
{
    // '[' and '{', and ']' and '}', differ in this bit alone.
    private const byte BracketCase = 0x20;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public BlockMasks Read(ReadOnlySpan<byte> json, int position)
    {
        ref byte block = ref MemoryMarshal.GetReference(json.Slice(position, BlockMasks.Size));
        ulong quotes = 0, backslashes = 0, slashes = 0, opens = 0, closes = 0;
        for (var i = 0; i < BlockMasks.Size; i += Vector128<byte>.Count)
        {
            Vector128<byte> part = Vector128.LoadUnsafe(ref block, (nuint)i);
            Vector128<byte> brackets = part | Vector128.Create(BracketCase);
            quotes |= Mask(part, (byte)'"') << i;
            backslashes |= Mask(part, (byte)'\\') << i;
            slashes |= Mask(part, (byte)'/') << i;
            opens |= Mask(brackets, (byte)'{') << i;
            closes |= Mask(brackets, (byte)'}') << i;
        }

        return new BlockMasks(quotes, backslashes, slashes, opens, closes);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mask(Vector128<byte> part, byte wanted) => Vector128.Equals(part, Vector128.Create(wanted)).ExtractMostSignificantBits();
}
#endif
