using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace VendorErrors.Json.Simd;

/// <summary>A block at once.</summary>
internal readonly struct Vector512BlockReader : IBlockReader
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Find(ReadOnlySpan<byte> json, int position, byte wanted, byte ignored = 0)
    {
        Vector512<byte> bytes = Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(json.Slice(position, Block.Size))) | Vector512.Create(ignored);
        return Vector512.Equals(bytes, Vector512.Create(wanted)).ExtractMostSignificantBits();
    }
}
