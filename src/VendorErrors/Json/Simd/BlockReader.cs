using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace VendorErrors.Json.Simd;

/// <summary>The reader with the widest registers that the machine has; the choice costs nothing, it is made when the code is compiled.</summary>
internal readonly struct BlockReader : IBlockReader
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Find(ReadOnlySpan<byte> json, int position, byte wanted, byte ignored = 0) =>
        Vector512.IsHardwareAccelerated ? default(Vector512BlockReader).Find(json, position, wanted, ignored)
        : Vector256.IsHardwareAccelerated ? default(Vector256BlockReader).Find(json, position, wanted, ignored)
        : default(Vector128BlockReader).Find(json, position, wanted, ignored);
}
