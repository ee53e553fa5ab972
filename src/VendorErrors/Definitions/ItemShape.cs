namespace VendorErrors.Definitions;

/// <summary>A list of causes, or of results per recipient or record. Paths are relative to one entry. Immutable.</summary>
/// <param name="path">The path of the list.</param>
public sealed class ItemShape(string path)
{
    /// <summary>The path of the list.</summary>
    public string Path { get; } = path;

    /// <summary>For a list of results: when an entry was not done.</summary>
    /// <value>Default: none, and then the list is one of causes, each entry an error, the worst of which decides.</value>
    public Condition? Failed { get; init; }

    /// <summary>For a list of results: when an entry was done, or will be. What neither failed nor worked is of unknown effect.</summary>
    /// <value>
    /// Default: where <see cref="Failed"/> does not hold, and the member that it looks at says a common word of success, a yes, or a number
    /// of success.
    /// </value>
    public Condition? Worked { get; init; }

    /// <summary>Where the entry's code is, the first present one counts. An entry has no headers.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<ValueSource> Code { get; init; } = [];

    /// <summary>Where the entry's words are, the first present one counts.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<ValueSource> Message { get; init; } = [];

    /// <summary>Which of several causes speaks for the whole answer.</summary>
    /// <value>Default: the worst.</value>
    public ItemLead Lead { get; init; }

    /// <summary>The path of the entry's HTTP status.</summary>
    /// <value>Default: <see langword="null"/>, none.</value>
    public string? Status { get; init; }

    /// <summary>Paths of an id of the recipient or record, the first present one counts.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<string> Id { get; init; } = [];

    /// <summary>The path of the request path that the entry states.</summary>
    /// <value>Default: <see langword="null"/>, none.</value>
    public string? RequestPath { get; init; }

    /// <summary>The path of the request method that the entry states.</summary>
    /// <value>Default: <see langword="null"/>, none.</value>
    public string? RequestMethod { get; init; }

    /// <summary>The path of the entry's time.</summary>
    /// <value>Default: <see langword="null"/>, none.</value>
    public string? Timestamp { get; init; }
}
