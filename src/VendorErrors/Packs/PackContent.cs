using VendorErrors.Definitions;

namespace VendorErrors.Packs;

/// <summary>A pack as it was read.</summary>
internal sealed record PackContent
{
    /// <summary>The number of the format that this library reads.</summary>
    internal const int Version = 1;

    public string Id { get; init; } = string.Empty;

    public string Name { get; init; } = string.Empty;

    /// <summary>The id of the pack of this library that it was read from as it is; null otherwise.</summary>
    public string? BuiltInId { get; init; }

    /// <summary>The id of the pack of this library whose answers and successes it has, with rows of somebody's own; null otherwise.</summary>
    public string? SamplesOf { get; init; }

    /// <summary>Whether it is a shape that several vendors share, and no vendor.</summary>
    public bool IsShape { get; init; }

    /// <summary>Whether it may take the place of a vendor of this library with the same id.</summary>
    public bool Replaces { get; init; }

    public VendorDefinition Definition { get; init; } = new();

    /// <summary>Its documents by the names that it gives them; empty of a vendor that is defined in C#.</summary>
    public IReadOnlyDictionary<string, SourceDocument> Documents { get; init; } = new Dictionary<string, SourceDocument>(StringComparer.Ordinal);

    /// <summary>The answers that it carries; empty where they were not asked for.</summary>
    public IReadOnlyList<PackAnswer> Answers { get; init; } = [];

    /// <summary>How its events are read; nothing where it was not asked for.</summary>
    public VendorEventDefinition Events { get; init; } = new();

    /// <summary>The events that it carries; empty where they were not asked for.</summary>
    public IReadOnlyList<PackEvent> EventSamples { get; init; } = [];

    /// <summary>What a simulated vendor needs to know; null where it was not asked for, or there is nothing.</summary>
    public PackSimulation? Simulation { get; init; }
}
