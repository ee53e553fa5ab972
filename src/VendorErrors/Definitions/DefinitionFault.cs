namespace VendorErrors.Definitions;

/// <summary>Something with which no vendor can be made of a definition.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Row">The row it is about, where it is about one.</param>
/// <param name="Text">A sentence that names the row or member and says what is wrong.</param>
internal sealed record DefinitionFault(DefinitionFaultKind Kind, CodeRow? Row, string Text)
{
    /// <summary>The part of the definition it is about, such as an envelope; null where it is about the whole.</summary>
    public object? Part { get; init; } = Row;
}
