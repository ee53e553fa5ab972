using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace VendorErrors.Json.Simd;

/// <summary>
/// Finds where texts end, or have their first escape, for a reader that only goes forward. A block begins where the one before had
/// nothing left to find: so a text that fits into a block lies in one, wherever it begins, and the machine can foresee the way.
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
        ulong rest = Rest(from);
        return rest != 0 ? from + Bits.TrailingZeros(rest) : FindBeyond(json, from);
    }

    /// <summary>With a look at the first block, which <see cref="From"/> needs.</summary>
    public static TextEnds At(ReadOnlySpan<byte> json) => new() { _hits = HitsOf(json, 0) };

    /// <summary>The quotes and backslashes of the next bytes, of half a block at least where there are as many; a position is the lowest bit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong From(ReadOnlySpan<byte> json, int from)
    {
        if (from - _start > Block.Size / 2 && _start < json.Length - Block.Size)
        {
            int start = Math.Min(from, json.Length - Block.Size);
            _hits = HitsOfBlock(json, start);
            _start = start;
        }

        return _hits >> (from - _start);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly ulong Rest(int from)
    {
        int offset = from - _start;
        return offset < Block.Size ? _hits >> offset : 0;
    }

    /// <summary>The same as <see cref="Find"/>, of which it is the rare part.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int FindBeyond(ReadOnlySpan<byte> json, int from)
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

    private static ulong HitsOf(ReadOnlySpan<byte> json, int start) => json.Length < Block.Size ? HitsOfShort(json) : HitsOfBlock(json, start);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong HitsOfBlock(ReadOnlySpan<byte> json, int start) =>
        default(BlockReader).Find(json, start, (byte)'"') | default(BlockReader).Find(json, start, (byte)'\\');
}
