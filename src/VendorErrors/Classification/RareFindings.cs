using VendorErrors.Classification.Waits;
using VendorErrors.Definitions;

namespace VendorErrors.Classification;

/// <summary>What only some answers hold, of the things that evidence is written from.</summary>
internal sealed class RareFindings
{
    /// <summary>Whether the answer was read from where it was kept, so that no row and no envelope is known.</summary>
    public bool IsStored { get; init; }

    /// <summary>The catalog's name for the code, where the answer was kept.</summary>
    public string? StoredCodeName { get; init; }

    /// <summary>What the vendor's proof member says.</summary>
    public string? ProofText { get; init; }

    /// <summary>The outcome rule that held.</summary>
    public OutcomeRule? Rule { get; init; }

    /// <summary>What refined the category.</summary>
    public IReadOnlyList<Evidence> Refinement { get; init; } = [];

    /// <summary>Every wait that was looked at in headers and members.</summary>
    public IReadOnlyList<WaitFinding> Waits { get; init; } = [];
}
