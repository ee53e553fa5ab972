namespace VendorErrors.Definitions;

/// <summary>How a receiver knows that an event is the vendor's own. This library checks none: that is the matter of the vendor's package. Immutable.</summary>
/// <param name="Source">The vendor's document.</param>
/// <param name="Note">How, in a sentence; and which package checks it, where there is one.</param>
public sealed record EventSignature(SourceDocument Source, string Note)
{
    /// <summary>The header that carries it.</summary>
    /// <value>Default: <see langword="null"/>, none.</value>
    public string? Header { get; init; }
}
