namespace VendorErrors.Definitions;

/// <summary>A list of fields that the vendor complains about, or a single object of that kind. Paths are relative to one entry. Immutable.</summary>
/// <param name="path">The path of the list or object.</param>
public sealed class FieldShape(string path)
{
    /// <summary>The path of the list or object.</summary>
    public string Path { get; } = path;

    /// <summary>The path of the field's name in an entry. An entry that is a plain text is a message.</summary>
    /// <value>Default: <see langword="null"/>, none.</value>
    public string? Field { get; init; }

    /// <summary>The path of the entry's code.</summary>
    /// <value>Default: <see langword="null"/>, none.</value>
    public string? Code { get; init; }

    /// <summary>The path of the entry's words.</summary>
    /// <value>Default: <see langword="null"/>, none.</value>
    public string? Message { get; init; }

    /// <summary>The path of the refused value.</summary>
    /// <value>Default: <see langword="null"/>, none.</value>
    public string? Value { get; init; }
}
