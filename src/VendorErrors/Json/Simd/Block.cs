namespace VendorErrors.Json.Simd;

/// <summary>What is fixed of the blocks in which bodies are looked through.</summary>
internal static class Block
{
    /// <summary>The bytes of a block: one for each bit of a mask.</summary>
    internal const int Size = 64;

    /// <summary>The one bit in which <c>[</c> and <c>{</c>, and <c>]</c> and <c>}</c>, differ.</summary>
    internal const byte BracketKind = 0x20;

    /// <summary>A body that is smaller than a block, filled up with zeros.</summary>
    internal static ReadOnlySpan<byte> Pad(ReadOnlySpan<byte> json, Span<byte> block)
    {
        block.Clear();
        json.CopyTo(block);
        return block;
    }
}
