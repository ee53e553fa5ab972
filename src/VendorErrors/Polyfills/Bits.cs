#if NET
using System.Numerics;
#endif

namespace VendorErrors.Envelopes.Json;

/// <summary>Counts of bits: the machine's instruction where the framework offers it.</summary>
internal static class Bits
{
#if NET
    internal static int Count(ulong bits) => BitOperations.PopCount(bits);

    internal static int TrailingZeros(ulong bits) => BitOperations.TrailingZeroCount(bits);
#else
    internal static int Count(ulong bits)
    {
        bits -= (bits >> 1) & 0x5555_5555_5555_5555;
        bits = (bits & 0x3333_3333_3333_3333) + ((bits >> 2) & 0x3333_3333_3333_3333);
        return (int)((((bits + (bits >> 4)) & 0x0F0F_0F0F_0F0F_0F0F) * 0x0101_0101_0101_0101) >> 56);
    }

    internal static int TrailingZeros(ulong bits) => Count((bits & (~bits + 1)) - 1);
#endif
}
