namespace VendorErrors.Definitions;

/// <summary>
/// Where an answer says something: a member of its body, a header, or a member of that entry of a list for which a condition holds; and
/// which part of the text there counts. A text converts to the path of a member. Immutable.
/// </summary>
/// <example>
/// <code>
/// Envelope envelope = new("service error", Condition.Has(ValueSource.FromHeader("x-amzn-ErrorType")))
/// {
///     Code = [new ValueSource("__type") { After = "#" }, ValueSource.FromHeader("x-amzn-ErrorType") with { Before = ":" }],
///     Message = ["message"],
/// };
/// </code>
/// </example>
public sealed record ValueSource
{
    /// <summary>A member of the body.</summary>
    /// <param name="path">
    /// Its path: names separated by dots, such as <c>error.code</c>; <c>errors[]</c> is the first entry of a list, <c>[]</c> at the
    /// beginning says that the body itself is the list, and a name that holds a dot is quoted, as in <c>'odata.error'.code</c>.
    /// </param>
    public ValueSource(string path) => Path = path;

    private ValueSource(string path, string? header, string? list, Condition? where) => (Path, Header, List, Where) = (path, header, list, where);

    /// <summary>The member's path; of an entry of <see cref="List"/> within that entry. Empty for a header.</summary>
    public string Path { get; }

    /// <summary>The name of the response header. It counts where the HTTP status is neither a 2xx nor a 3xx; of a correlation id always.</summary>
    /// <value>Default: <see langword="null"/>, it is in the body.</value>
    public string? Header { get; }

    /// <summary>The path of the list.</summary>
    /// <value>Default: <see langword="null"/>, none.</value>
    public string? List { get; }

    /// <summary>Which entry of <see cref="List"/> counts: the first for which this holds.</summary>
    /// <value>Default: <see langword="null"/>.</value>
    public Condition? Where { get; }

    /// <summary>Only what follows the last occurrence of this text; without one, all of it.</summary>
    /// <value>Default: <see langword="null"/>.</value>
    public string? After { get; init; }

    /// <summary>Only what precedes the first occurrence of this text, looked for after <see cref="After"/>; without one, all of it.</summary>
    /// <value>Default: <see langword="null"/>.</value>
    public string? Before { get; init; }

    /// <summary>Whether there is no value where <see cref="After"/> or <see cref="Before"/> does not occur.</summary>
    /// <value>Default: then all of the text counts.</value>
    public bool IsStrict { get; init; }

    /// <summary>Whether only a part of the text counts.</summary>
    internal bool IsCut => After is not null || Before is not null;

    /// <summary>Whether it is a whole member of the body, found by its path alone.</summary>
    internal bool IsMember => Header is null && List is null && !IsCut;

    /// <summary>A member of the body, by its path.</summary>
    /// <param name="path">The path.</param>
    public static implicit operator ValueSource(string path) => new(path);

    /// <summary>A member of the body; the same as the conversion of a text.</summary>
    /// <param name="path">The path.</param>
    public static ValueSource FromString(string path) => new(path);

    /// <summary>A response header.</summary>
    /// <param name="name">Its name, case-insensitive.</param>
    public static ValueSource FromHeader(string name) => new(string.Empty, name, list: null, where: null);

    /// <summary>A member of the first entry of a list for which a condition holds.</summary>
    /// <param name="list">The path of the list.</param>
    /// <param name="where">The condition, whose paths are within the entry.</param>
    /// <param name="path">The path of the member within the entry.</param>
    public static ValueSource InList(string list, Condition where, string path) => new(path, header: null, list, where);

    /// <summary>The place in words, for evidence.</summary>
    public override string ToString()
    {
        string place = Header is not null ? $"the header {Header}" : List is not null ? $"{List}[{Where}].{Path}" : Path;
        return (After, Before) switch
        {
            (null, null) => place,
            ({ } after, null) => $"{place} after '{after}'",
            (null, { } before) => $"{place} before '{before}'",
            ({ } after, { } before) => $"{place} between '{after}' and '{before}'",
        };
    }
}
