using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace VendorErrors.Envelopes.Json;

/// <summary>
/// Finds where texts end, or their first escape stands. Looks at <see cref="BlockMasks.Size"/> bytes at once and keeps what it saw:
/// short texts lie side by side, and to look anew for each would wait for the end of the one before.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal struct TextEnds
{
    private int _start;
    private ulong _hits;

    /// <summary>The first quote or backslash from a position on; the length where there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(ReadOnlySpan<byte> json, int from)
    {
        int offset = from - _start;
        ulong rest = (uint)offset < BlockMasks.Size ? _hits >> offset : 0;
        return rest != 0 ? from + Bits.TrailingZeros(rest) : FindBeyond(json, from);
    }

    private int FindBeyond(ReadOnlySpan<byte> json, int from)
    {
        int last = json.Length - BlockMasks.Size;
        if (last < 0)
        {
            return FindShort(json, from);
        }

        while (from < json.Length)
        {
            _start = Math.Min(from, last);
            BlockMasks block = default(BlockReader).Read(json, _start);
            _hits = block.Quotes | block.Backslashes;
            ulong rest = _hits >> (from - _start);
            if (rest != 0)
            {
                return from + Bits.TrailingZeros(rest);
            }

            from = _start + BlockMasks.Size;
        }

        return json.Length;
    }

    private static int FindShort(ReadOnlySpan<byte> json, int from)
    {
        int found = json[from..].IndexOfAny((byte)'"', (byte)'\\');
        return found < 0 ? json.Length : from + found;
    }
}
