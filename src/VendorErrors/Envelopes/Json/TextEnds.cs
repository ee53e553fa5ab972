using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace VendorErrors.Envelopes.Json;

/// <summary>
/// Finds where texts end, or their first escape stands, for a reader that only goes forward. A block begins where the one before had
/// nothing left to find: so a text that fits into a block stands in one, wherever it begins, and the machine can foresee the way.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal struct TextEnds
{
    // The quotes and backslashes of the last block, and where it begins.
    private ulong _hits;
    private int _start;

    /// <summary>The first quote or backslash from a position on; the length where there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(ReadOnlySpan<byte> json, int from)
    {
        int offset = from - _start;
        ulong rest = offset < Block.Size ? _hits >> offset : 0;
        return rest != 0 ? from + Bits.TrailingZeros(rest) : FindBeyond(json, from);
    }

    private int FindBeyond(ReadOnlySpan<byte> json, int from)
    {
        while (from < json.Length)
        {
            int start = Math.Max(0, Math.Min(from, json.Length - Block.Size));
            ulong hits = HitsOf(json, start);
            ulong rest = hits >> (from - start);
            if (rest != 0)
            {
                (_hits, _start) = (hits, start);
                return from + Bits.TrailingZeros(rest);
            }

            from = start + Block.Size;
        }

        return json.Length;
    }

    private static ulong HitsOfShort(ReadOnlySpan<byte> json) => HitsOf(Block.Pad(json, stackalloc byte[Block.Size]), 0);

    private static ulong HitsOf(ReadOnlySpan<byte> json, int start) =>
        json.Length < Block.Size
            ? HitsOfShort(json)
            : default(BlockReader).Find(json, start, (byte)'"') | default(BlockReader).Find(json, start, (byte)'\\');
}
