namespace VendorErrors.Json.Simd;

/// <summary>A way to find bytes in a block: one per width of the machine's registers.</summary>
internal interface IBlockReader
{
    /// <summary>
    /// Which bytes of the block from <paramref name="position"/> on are <paramref name="wanted"/>; the lowest bit is the first byte. All
    /// <see cref="Block.Size"/> bytes have to be there.
    /// </summary>
    /// <param name="json">The body.</param>
    /// <param name="position">Where the block begins.</param>
    /// <param name="wanted">The byte to find, with the ignored bits set.</param>
    /// <param name="ignored">Bits in which a byte may differ.</param>
    ulong Find(ReadOnlySpan<byte> json, int position, byte wanted, byte ignored = 0);
}
