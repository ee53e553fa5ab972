#if NET
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
        // Names and most values are short: one look, without the cost of a call.
        if (Vector128.IsHardwareAccelerated && from <= json.Length - Vector128<byte>.Count)
        {
            Vector128<byte> part = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(json), (nuint)from);
            Vector128<byte> hits = Vector128.Equals(part, Vector128.Create((byte)'"')) | Vector128.Equals(part, Vector128.Create((byte)'\\'));
            if (hits != Vector128<byte>.Zero)
            {
                return from + Bits.TrailingZeros(hits.ExtractMostSignificantBits());
            }

            from += Vector128<byte>.Count;
        }
#endif
        int found = json[from..].IndexOfAny((byte)'"', (byte)'\\');
        return found < 0 ? json.Length : from + found;
    }
}
