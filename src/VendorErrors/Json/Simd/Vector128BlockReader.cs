using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace VendorErrors.Json.Simd;

/// <summary>16 bytes at once.</summary>
internal readonly struct Vector128BlockReader : IBlockReader
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Find(ReadOnlySpan<byte> json, int position, byte wanted, byte ignored = 0)
    {
        ref byte block = ref MemoryMarshal.GetReference(json.Slice(position, Block.Size));
        return Find(ref block, 0, wanted, ignored) | Find(ref block, 1, wanted, ignored) | Find(ref block, 2, wanted, ignored) | Find(ref block, 3, wanted, ignored);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Find(ref byte block, int part, byte wanted, byte ignored)
    {
        int from = part * Vector128<byte>.Count;
        Vector128<byte> bytes = Vector128.LoadUnsafe(ref block, (nuint)from) | Vector128.Create(ignored);
        return (ulong)Vector128.Equals(bytes, Vector128.Create(wanted)).ExtractMostSignificantBits() << from;
    }
}
