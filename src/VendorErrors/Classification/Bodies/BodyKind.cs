namespace VendorErrors.Classification.Bodies;

/// <summary>What a body is, before anybody looks into it.</summary>
internal enum BodyKind : byte
{
    Empty = 0,
    Json,
    Html,
    Xml,
    Text,

    /// <summary>Neither JSON, markup nor text.</summary>
    Bytes,

    /// <summary>Begins like JSON, and cannot be read as JSON to its end.</summary>
    BrokenJson,

    /// <summary>Compressed, UTF-16 or UTF-32: the caller has to decode it first.</summary>
    UnsupportedEncoding,
}
