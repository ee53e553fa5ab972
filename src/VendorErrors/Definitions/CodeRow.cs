namespace VendorErrors.Definitions;

/// <summary>
/// One line of a vendor's catalog: a code, the vendor's name for it, and what it means. One code may have several rows that differ by
/// operation, by HTTP status or by a condition; the most specific one that fits wins. Immutable once its section owns it.
/// </summary>
public sealed class CodeRow
{
    private string? _rule;

    /// <summary>A code that is an error.</summary>
    /// <param name="code">The code as text.</param>
    /// <param name="name">The vendor's name for it.</param>
    /// <param name="category">What it means.</param>
    public CodeRow(string code, string name, ErrorCategory category)
    {
        Code = code;
        Name = name;
        Category = category;
        Outcome = VendorOutcome.Failure;
    }

    /// <summary>A code that is no error.</summary>
    /// <param name="code">The code as text.</param>
    /// <param name="name">The vendor's name for it.</param>
    /// <param name="outcome">What it means; not <see cref="VendorOutcome.Failure"/>.</param>
    public CodeRow(string code, string name, VendorOutcome outcome)
    {
        Code = code;
        Name = name;
        Outcome = outcome;
    }

    internal CodeRow(string code, string name, VendorOutcome outcome, ErrorCategory? category)
    {
        Code = code;
        Name = name;
        Outcome = outcome;
        Category = category;
    }

    /// <summary>
    /// The code as text; of a range its first code. One star stands for any characters (<c>Throttling*</c>); a star alone is any other code of
    /// its space, so that an open list of refusals under HTTP 200 has a default.
    /// </summary>
    public string Code { get; }

    /// <summary>The vendor's name for it, as its document writes it.</summary>
    public string Name { get; }

    /// <summary>What it means.</summary>
    public VendorOutcome Outcome { get; }

    /// <summary>What went wrong; <see langword="null"/> where nothing did.</summary>
    public ErrorCategory? Category { get; }

    /// <summary>
    /// The last code of a range: of integers, or of words that differ in their last digits (<c>CMN-301</c> to <c>CMN-310</c>).
    /// </summary>
    /// <value>Default: none, the row is of one code.</value>
    public string? LastCode { get; init; }

    /// <summary>
    /// The operation this row is for, as <c>[METHOD ]tail/of/path</c>, where <c>*</c> stands for any one segment or any part of one.
    /// </summary>
    /// <value>Default: any operation.</value>
    public string? Operation { get; init; }

    /// <summary>The HTTP status this row is for.</summary>
    /// <value>Default: any status.</value>
    public int? OnHttpStatus { get; init; }

    /// <summary>A further condition on the body.</summary>
    /// <value>Default: none.</value>
    public Condition? When { get; init; }

    /// <summary>The effect, where it is not the category's default.</summary>
    /// <value>Default: <see langword="null"/>, that of the category.</value>
    public Effect? Effect { get; init; }

    /// <summary>The least wait before a retry, from a millisecond to 31 days.</summary>
    /// <value>Default: none.</value>
    public TimeSpan? Wait { get; init; }

    /// <summary>Whether <see cref="Wait"/> doubles with each further retry.</summary>
    /// <value>Default: no.</value>
    public bool WaitDoubles { get; init; }

    /// <summary>The most retries; 0 for none, where the vendor says not to retry what its category would.</summary>
    /// <value>Default: the category's, else the policy's.</value>
    public int? MaxRetryAttempts { get; init; }

    /// <summary>Words in the message that refine this row; having any declares the row generic.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<TextRule> Refinements
    {
        get;
        init
        {
            field = value;
            IsGeneric = value.Count > 0;
        }
    } = [];

    /// <summary>Whether it is of many codes: a range, or a pattern with a star.</summary>
    internal bool IsFamily => LastCode is not null || Code.Contains('*');

    /// <summary>Whether its code has a star.</summary>
    internal bool IsPattern => LastCode is null && Code.Contains('*');

    /// <summary>Whether it is of any code of its space that no other row is of.</summary>
    internal bool IsAnyCode => LastCode is null && Code == "*";

    /// <summary>Whether words may refine this row.</summary>
    internal bool IsGeneric { get; private init; }

    /// <summary>What a person should do, where the category's advice is not good enough.</summary>
    /// <value>Default: <see langword="null"/>, that of the category.</value>
    public Advice? Advice { get; init; }

    /// <summary>Why the row is as it is, where that is not plain.</summary>
    /// <value>Default: <see langword="null"/>, none.</value>
    public string? Note { get; init; }

    /// <summary>The section the row is in; <see langword="null"/> until a section owns it.</summary>
    public CodeSection? Section { get; internal set; }

    /// <summary>The document the row was taken from.</summary>
    public SourceDocument? Source => Section?.Source;

    /// <summary>How the row is known.</summary>
    public Basis Basis => Section?.Basis ?? Basis.Inferred;

    /// <summary>Whether the code is an HTTP status.</summary>
    public bool IsHttpStatus => Section?.IsHttpStatus ?? false;

    /// <summary>The row in words, for evidence; made once.</summary>
    internal string Rule => _rule ??= $"{this} means {(Category is { } category ? SnakeCase.Of(category) : SnakeCase.Of(Outcome))}{(Operation is null ? null : $" at {Operation}")}{(When is null ? null : $" when {When}")}{(Basis == Basis.Documented ? null : $" ({SnakeCase.Of(Basis)}: {Source?.Title})")}";

    /// <summary>The effect of an answer with this code: stated, or following from outcome and category.</summary>
    public Effect EffectiveEffect => Effect ?? (Category is { } category
        ? category.ToDefaultEffect()
        : Outcome == VendorOutcome.PartialSuccess ? VendorErrors.Effect.Partial : VendorErrors.Effect.Applied);

    /// <summary>Code and name.</summary>
    public override string ToString() => LastCode is null ? $"{Code} {Name}" : $"{Code} to {LastCode} {Name}";
}
