using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace VendorErrors.Envelopes.Json;

/// <summary>
/// Finds where texts end, or their first escape stands, for a reader that only goes forward. Looks at each block once, and where a block
/// begins does not depend on what was found before: so the machine looks at the next one while it still works on this one.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal struct TextEnds
{
    // The quotes and backslashes of the last block, and where it ends: a multiple of its size.
    private ulong _hits;
    private int _end;

    /// <summary>The first quote or backslash from a position on; the length where there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(ReadOnlySpan<byte> json, int from)
    {
        // Shifts take the count modulo 64.
        ulong rest = from < _end ? _hits >> from : 0;
        return rest != 0 ? from + Bits.TrailingZeros(rest) : FindBeyond(json, from);
    }

    private int FindBeyond(ReadOnlySpan<byte> json, int from)
    {
        ulong hits = 0;
        int end = _end;
        for (from = Math.Max(from, end); from < json.Length; from = end)
        {
            while (from >= end)
            {
                hits = HitsOf(json, end);
                end += Block.Size;
            }

            ulong rest = hits >> from;
            if (rest != 0)
            {
                (_hits, _end) = (hits, end);
                return from + Bits.TrailingZeros(rest);
            }
        }

        return json.Length;
    }

    private static ulong HitsOfShort(ReadOnlySpan<byte> json) => HitsOf(Block.Pad(json, stackalloc byte[Block.Size]), 0);

    private static ulong HitsOf(ReadOnlySpan<byte> json, int start)
    {
        if (json.Length < Block.Size)
        {
            return HitsOfShort(json);
        }

        int at = Math.Min(start, json.Length - Block.Size);
        return (default(BlockReader).Find(json, at, (byte)'"') | default(BlockReader).Find(json, at, (byte)'\\')) >> (start - at);
    }
}
