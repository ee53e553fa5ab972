#if !NET
namespace VendorErrors.Json.Simd;

/// <summary>Finds where texts end, or their first escape: without vectors of our own the framework's search is the quickest.</summary>
internal readonly struct TextEnds
{
    /// <summary>There is no first block to look at.</summary>
    public static TextEnds At(ReadOnlySpan<byte> json) => default;

    /// <summary>The first quote or backslash from a position on; the length where there is none.</summary>
    public int Find(ReadOnlySpan<byte> json, int from)
    {
        int length = from < json.Length ? json[from..].IndexOfAny((byte)'"', (byte)'\\') : -1;
        return length < 0 ? json.Length : from + length;
    }

    /// <summary>Nothing is known ahead.</summary>
    public ulong From(ReadOnlySpan<byte> json, int from) => 0;
}
#endif
