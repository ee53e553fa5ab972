using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace VendorErrors.Json.Simd;

/// <summary>Finds block by block which bytes are within texts, escapes and texts across the edges of blocks included.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct TextMask
{
    private const ulong EvenBits = 0x5555_5555_5555_5555;

    // All bits or none: whether the last block ended within a text.
    private ulong _inText;

    // One or zero: whether the last block ended with a backslash that escapes the first byte of the next.
    private ulong _escapesNext;

    /// <summary>For a reader that starts within a text; the default starts outside.</summary>
    public static TextMask WithinText => new() { _inText = ulong.MaxValue };

    /// <summary>The bytes within texts; an opening quote counts as within, a closing one does not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Next(ulong quotes, ulong backslashes)
    {
        quotes &= ~Escaped(backslashes);
        ulong inText = Bits.Parity(quotes) ^ _inText;
        _inText = (ulong)((long)inText >> 63);
        return inText;
    }

    /// <summary>The bytes after a backslash that is not escaped itself: every second one of a run of backslashes, and the byte after an odd run.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong Escaped(ulong backslashes)
    {
        if (backslashes == 0)
        {
            ulong first = _escapesNext;
            _escapesNext = 0;
            return first;
        }

        backslashes &= ~_escapesNext;
        ulong followers = (backslashes << 1) | _escapesNext;
        ulong oddStarts = backslashes & ~EvenBits & ~followers;
        ulong ends = oddStarts + backslashes;
        _escapesNext = ends < oddStarts ? 1UL : 0;
        return (EvenBits ^ (ends << 1)) & followers;
    }
}
