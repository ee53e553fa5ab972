#if !NET
using System.Runtime.InteropServices;

namespace VendorErrors.Json.Simd;

/// <summary>Finds where texts end, or their first escape: without vectors of our own the framework's search is the quickest.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct TextEnds
{
    // What the last search found, and from where on there is nothing before it.
    private int _from;
    private int _next;

    /// <summary>There is no first block to look at.</summary>
    public static TextEnds At(ReadOnlySpan<byte> json) => default;

    /// <summary>The first quote or backslash from a position on; the length where there is none.</summary>
    public int Find(ReadOnlySpan<byte> json, int from)
    {
        if (from < _from || from > _next || _next == 0)
        {
            int length = from < json.Length ? json[from..].IndexOfAny((byte)'"', (byte)'\\') : -1;
            (_from, _next) = (from, length < 0 ? json.Length : from + length);
        }

        return _next;
    }

#pragma warning disable CA1822 // Called on the reader's own, as where there are blocks.
    /// <summary>Nothing is known ahead.</summary>
    public ulong From(ReadOnlySpan<byte> json, int from) => 0;
#pragma warning restore CA1822
}
#endif
