using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace VendorErrors.Json.Simd;

/// <summary>32 bytes at once.</summary>
internal readonly struct Vector256BlockReader : IBlockReader
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Find(ReadOnlySpan<byte> json, int position, byte wanted, byte ignored = 0)
    {
        ref byte block = ref MemoryMarshal.GetReference(json.Slice(position, Block.Size));
        return Find(ref block, 0, wanted, ignored) | Find(ref block, 1, wanted, ignored);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Find(ref byte block, int part, byte wanted, byte ignored)
    {
        int from = part * Vector256<byte>.Count;
        Vector256<byte> bytes = Vector256.LoadUnsafe(ref block, (nuint)from) | Vector256.Create(ignored);
        return (ulong)Vector256.Equals(bytes, Vector256.Create(wanted)).ExtractMostSignificantBits() << from;
    }
}
