using VendorErrors.Definitions;

namespace VendorErrors.Packs;

/// <summary>An event that a pack carries, and what it has to mean.</summary>
internal sealed record PackEvent
{
    public string Name { get; init; } = string.Empty;

    /// <summary>The document it is from.</summary>
    public SourceDocument? Document { get; init; }

    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public string Body { get; init; } = string.Empty;

    /// <summary>What each event of the body has to mean, in their order.</summary>
    public IReadOnlyList<PackEventMeaning> Events { get; init; } = [];
}
