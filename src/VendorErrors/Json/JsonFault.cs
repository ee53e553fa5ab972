namespace VendorErrors.Json;

/// <summary>Why a body cannot be read as JSON to its end.</summary>
internal enum JsonFault : byte
{
    None = 0,

    /// <summary>It ends in the middle.</summary>
    Cut,

    /// <summary>It breaks the grammar.</summary>
    Malformed,

    /// <summary>It nests deeper than <see cref="JsonScanner.MaxDepth"/>.</summary>
    TooDeep,

    /// <summary>Something follows the value.</summary>
    TrailingData,
}
