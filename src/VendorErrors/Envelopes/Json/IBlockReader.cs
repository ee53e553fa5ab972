namespace VendorErrors.Envelopes.Json;

/// <summary>A way to find the shaping bytes of a block: one per width of the machine's registers.</summary>
internal interface IBlockReader
{
    /// <summary>The masks of the <see cref="BlockMasks.Size"/> bytes from <paramref name="position"/> on, all of which have to be there.</summary>
    BlockMasks Read(ReadOnlySpan<byte> json, int position);
}
