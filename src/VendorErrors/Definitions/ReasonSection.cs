namespace VendorErrors.Definitions;

/// <summary>Reasons that events give, from one document and known in one way. Immutable.</summary>
public sealed class ReasonSection
{
    /// <summary>Creates a section and makes it the owner of its rows.</summary>
    /// <param name="source">The document.</param>
    /// <param name="basis">How the rows are known.</param>
    /// <param name="space">The number space: one of the definition's own, or that of a <see cref="ReasonCatalog"/>, whose rows these precede.</param>
    /// <param name="rows">The rows.</param>
    /// <exception cref="ArgumentException">A row belongs to another section already.</exception>
    public ReasonSection(SourceDocument source, Basis basis, string space, IReadOnlyList<EventRow> rows)
    {
        Source = source;
        Basis = basis;
        Space = space;
        Rows = rows;
        foreach (EventRow row in rows)
        {
            row.Section = row.Section is null ? this : throw new ArgumentException($"The row '{row}' belongs to another section already.", nameof(rows));
        }
    }

    /// <summary>The document.</summary>
    public SourceDocument Source { get; }

    /// <summary>How the rows are known.</summary>
    public Basis Basis { get; }

    /// <summary>The number space of the codes.</summary>
    public string Space { get; }

    /// <summary>The rows.</summary>
    public IReadOnlyList<EventRow> Rows { get; }
}
