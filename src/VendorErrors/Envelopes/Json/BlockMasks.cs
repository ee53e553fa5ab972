using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace VendorErrors.Envelopes.Json;

/// <summary>Where the bytes that shape JSON stand in a block of 64; the lowest bit is the first byte.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct BlockMasks(ulong quotes, ulong backslashes, ulong slashes, ulong opens, ulong closes)
{
    /// <summary>The bytes of a block.</summary>
    internal const int Size = 64;

    public ulong Quotes { get; } = quotes;

    public ulong Backslashes { get; } = backslashes;

    public ulong Slashes { get; } = slashes;

    /// <summary>Opening brackets and braces.</summary>
    public ulong Opens { get; } = opens;

    /// <summary>Closing brackets and braces.</summary>
    public ulong Closes { get; } = closes;

    /// <summary>The same block without its first bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public BlockMasks Skip(int bytes) => new(Quotes >> bytes, Backslashes >> bytes, Slashes >> bytes, Opens >> bytes, Closes >> bytes);
}
