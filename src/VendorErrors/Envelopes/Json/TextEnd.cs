#if NET
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
#endif

namespace VendorErrors.Envelopes.Json;

/// <summary>Where a text ends, or its first escape stands.</summary>
internal static class TextEnd
{
    /// <summary>The first quote or backslash from a position on; the length where there is none.</summary>
    internal static int Find(ReadOnlySpan<byte> json, int from)
    {
#if NET
        // Names and most values are short: one look without a call does for them.
        if (Vector128.IsHardwareAccelerated && json.Length >= Vector128<byte>.Count)
        {
            int last = json.Length - Vector128<byte>.Count;
            for (; from <= last; from += Vector128<byte>.Count)
            {
                uint hits = Hits(json, from);
                if (hits != 0)
                {
                    return from + Bits.TrailingZeros(hits);
                }
            }

            // The last bytes again, without those before the position; the shift of an empty rest comes to nothing.
            ulong rest = (ulong)Hits(json, last) >> (from - last);
            return rest != 0 ? from + Bits.TrailingZeros(rest) : json.Length;
        }
#endif
        int found = json[from..].IndexOfAny((byte)'"', (byte)'\\');
        return found < 0 ? json.Length : from + found;
    }

#if NET
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Hits(ReadOnlySpan<byte> json, int position)
    {
        Vector128<byte> part = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(json), (nuint)position);
        return (Vector128.Equals(part, Vector128.Create((byte)'"')) | Vector128.Equals(part, Vector128.Create((byte)'\\'))).ExtractMostSignificantBits();
    }
#endif
}
