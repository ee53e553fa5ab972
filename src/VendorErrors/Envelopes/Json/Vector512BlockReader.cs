#if NET
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace VendorErrors.Envelopes.Json;

/// <summary>A block at once.</summary>
internal readonly struct Vector512BlockReader : IBlockReader
{
    // '[' and '{', and ']' and '}', differ in this bit alone.
    private const byte BracketCase = 0x20;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public BlockMasks Read(ReadOnlySpan<byte> json, int position)
    {
        Vector512<byte> block = Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(json.Slice(position, BlockMasks.Size)));
        Vector512<byte> brackets = block | Vector512.Create(BracketCase);
        return new BlockMasks(Mask(block, (byte)'"'), Mask(block, (byte)'\\'), Mask(block, (byte)'/'), Mask(brackets, (byte)'{'), Mask(brackets, (byte)'}'));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mask(Vector512<byte> block, byte wanted) => Vector512.Equals(block, Vector512.Create(wanted)).ExtractMostSignificantBits();
}
#endif
