#if NET
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace VendorErrors.Envelopes.Json;

/// <summary>32 bytes at once.</summary>
internal readonly struct Vector256BlockReader : IBlockReader
{
    // '[' and '{', and ']' and '}', differ in this bit alone.
    private const byte BracketCase = 0x20;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public BlockMasks Read(ReadOnlySpan<byte> json, int position)
    {
        ref byte block = ref MemoryMarshal.GetReference(json.Slice(position, BlockMasks.Size));
        Vector256<byte> low = Vector256.LoadUnsafe(ref block);
        Vector256<byte> high = Vector256.LoadUnsafe(ref block, (nuint)Vector256<byte>.Count);
        Vector256<byte> lowBrackets = low | Vector256.Create(BracketCase);
        Vector256<byte> highBrackets = high | Vector256.Create(BracketCase);
        return new BlockMasks(
            Mask(low, high, (byte)'"'),
            Mask(low, high, (byte)'\\'),
            Mask(low, high, (byte)'/'),
            Mask(lowBrackets, highBrackets, (byte)'{'),
            Mask(lowBrackets, highBrackets, (byte)'}'));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mask(Vector256<byte> low, Vector256<byte> high, byte wanted)
    {
        Vector256<byte> wide = Vector256.Create(wanted);
        return Vector256.Equals(low, wide).ExtractMostSignificantBits() | ((ulong)Vector256.Equals(high, wide).ExtractMostSignificantBits() << Vector256<byte>.Count);
    }
}
#endif
