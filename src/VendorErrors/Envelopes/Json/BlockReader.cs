#if NET
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
#endif

namespace VendorErrors.Envelopes.Json;

/// <summary>The reader with the widest registers that the machine has; the choice costs nothing, it is made when the code is compiled.</summary>
internal readonly struct BlockReader : IBlockReader
{
#if NET
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public BlockMasks Read(ReadOnlySpan<byte> json, int position) =>
        Vector512.IsHardwareAccelerated ? default(Vector512BlockReader).Read(json, position)
        : Vector256.IsHardwareAccelerated ? default(Vector256BlockReader).Read(json, position)
        : Vector128.IsHardwareAccelerated ? default(Vector128BlockReader).Read(json, position)
        : default(ScalarBlockReader).Read(json, position);
#else
    public BlockMasks Read(ReadOnlySpan<byte> json, int position) => default(ScalarBlockReader).Read(json, position);
#endif
}
