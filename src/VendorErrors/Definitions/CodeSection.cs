namespace VendorErrors.Definitions;

/// <summary>The rows that were taken from one document and are known in one way. Immutable.</summary>
public sealed class CodeSection
{
    /// <summary>Creates a section and makes it the owner of its rows.</summary>
    /// <param name="source">The document.</param>
    /// <param name="basis">How the rows are known.</param>
    /// <param name="rows">The rows.</param>
    /// <exception cref="ArgumentException">A row belongs to another section already.</exception>
    public CodeSection(SourceDocument source, Basis basis, IReadOnlyList<CodeRow> rows)
    {
        Source = source;
        Basis = basis;
        Rows = rows;
        for (var i = 0; i < rows.Count; i++)
        {
            CodeRow row = rows[i];
            row.Section = row.Section is null
                ? this
                : throw new ArgumentException($"The row '{row}' belongs to another section already.", nameof(rows));
        }
    }

    /// <summary>The document.</summary>
    public SourceDocument Source { get; }

    /// <summary>How the rows are known.</summary>
    public Basis Basis { get; }

    /// <summary>The rows.</summary>
    public IReadOnlyList<CodeRow> Rows { get; }

    /// <summary>Whether the codes are HTTP statuses.</summary>
    /// <value>Default: they are the vendor's own.</value>
    public bool IsHttpStatus { get; init; }

    /// <summary>
    /// The number space of the codes, for vendors that use one number for two things in two products; an envelope names the space it draws
    /// from.
    /// </summary>
    /// <value>Default: the empty name.</value>
    public string Space { get; init; } = string.Empty;

    /// <summary>The section without some codes; its rows belong to the new one then.</summary>
    internal CodeSection Without(Predicate<CodeRow> isLeftOut)
    {
        CodeRow[] rows = [.. Rows.Where(row => !isLeftOut(row))];
        foreach (CodeRow row in rows)
        {
            row.Section = null;
        }

        return new CodeSection(Source, Basis, rows) { IsHttpStatus = IsHttpStatus, Space = Space };
    }
}
