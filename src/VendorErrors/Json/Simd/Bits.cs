#if NET
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
#endif

namespace VendorErrors.Json.Simd;

/// <summary>Counts of bits and the like: the machine's instruction where the framework offers it.</summary>
internal static class Bits
{
#if NET
    internal static int Count(ulong bits) => BitOperations.PopCount(bits);

    internal static int TrailingZeros(ulong bits) => BitOperations.TrailingZeroCount(bits);

    /// <summary>Each bit becomes the parity of the bits up to it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong Parity(ulong bits) =>
        Pclmulqdq.IsSupported
            ? Pclmulqdq.CarrylessMultiply(Vector128.CreateScalar(bits), Vector128<ulong>.AllBitsSet, 0).ToScalar()
            : ParityByShifts(bits);
#else
    internal static int Count(ulong bits)
    {
        bits -= (bits >> 1) & 0x5555_5555_5555_5555;
        bits = (bits & 0x3333_3333_3333_3333) + ((bits >> 2) & 0x3333_3333_3333_3333);
        return (int)((((bits + (bits >> 4)) & 0x0F0F_0F0F_0F0F_0F0F) * 0x0101_0101_0101_0101) >> 56);
    }

    internal static int TrailingZeros(ulong bits) => Count((bits & (~bits + 1)) - 1);

    internal static ulong Parity(ulong bits) => ParityByShifts(bits);
#endif

    internal static ulong ParityByShifts(ulong bits)
    {
        bits ^= bits << 1;
        bits ^= bits << 2;
        bits ^= bits << 4;
        bits ^= bits << 8;
        bits ^= bits << 16;
        return bits ^ (bits << 32);
    }
}
