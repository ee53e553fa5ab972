namespace VendorErrors.Json;

/// <summary>Where a <see cref="PathReader"/> stopped.</summary>
internal enum PathReaderEnd : byte
{
    None = 0,

    /// <summary>After the outermost value, and nothing follows it.</summary>
    Closed,

    /// <summary>The body ends before its outermost value does.</summary>
    Cut,

    /// <summary>At something that only a full reading can tell: an escaped name, a comment, a wanted member that occurs twice, a breach of the grammar.</summary>
    Odd,
}
