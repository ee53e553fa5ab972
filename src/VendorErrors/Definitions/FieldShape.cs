namespace VendorErrors.Definitions;

/// <summary>The fields that the vendor complains about: a list, a map or a tree. Paths are relative to one entry. Immutable.</summary>
/// <param name="source">Where the list, map or tree is: its path, or that in an entry of another list.</param>
public sealed class FieldShape(ValueSource source)
{
    /// <summary>Where the list, map or tree is.</summary>
    public ValueSource Source { get; } = source;

    /// <summary>The path of the list, map or tree; of one in an entry of another list its path there.</summary>
    public string Path => Source.Path;

    /// <summary>How the fields are listed.</summary>
    /// <value>Default: a list of entries, or a single one.</value>
    public FieldLayout Layout { get; init; }

    /// <summary>
    /// Paths of the field's name in an entry, the first present one counts; where it is a list of names, such as <c>["body", "to"]</c>, they are joined by dots. An entry
    /// that is a plain text is a message.
    /// </summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<string> Field { get; init; } = [];

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
