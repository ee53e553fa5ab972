namespace VendorErrors.Definitions;

/// <summary>
/// One shape of JSON body that a vendor, or a gateway in front of it, answers with. A vendor's envelopes are tried in order and the
/// first whose condition holds is read. Immutable.
/// </summary>
/// <param name="name">A short name, for evidence.</param>
/// <param name="when">When a body has this shape.</param>
public sealed class Envelope(string name, Condition when)
{
    /// <summary>A short name, for evidence.</summary>
    public string Name { get; } = name;

    /// <summary>When a body has this shape.</summary>
    public Condition When { get; } = when;

    /// <summary>
    /// The operation whose answers have this shape, as <c>[METHOD ]tail/of/path</c>, for shapes that mean different things by operation.
    /// </summary>
    /// <value>Default: any.</value>
    public string? Operation { get; init; }

    /// <summary>The product whose answers have this shape, by the id of a <see cref="VendorProduct"/>.</summary>
    /// <value>Default: <see langword="null"/>, any.</value>
    public string? Product { get; init; }

    /// <summary>
    /// Whether the shape is looked for only where the HTTP status is no 2xx, because there HTTP decides, and bodies of successes may look alike.
    /// </summary>
    /// <value>Default: it is looked for under any status.</value>
    public bool OnlyOnFailure { get; init; }

    /// <summary>Whether an error of this shape under a 2xx contradicts the vendor's own rule, so that its effect counts as unknown.</summary>
    /// <value>
    /// Default: it does where the definition says that a 2xx carries no error at all, see
    /// <see cref="VendorDefinition.SuccessMayCarryError"/>.
    /// </value>
    public bool ContradictsSuccess { get; init; }

    /// <summary>Where the code is, the first that holds a value counts.</summary>
    /// <value>Default: none, and HTTP, items or outcome rules decide.</value>
    public IReadOnlyList<ValueSource> Code { get; init; } = [];

    /// <summary>
    /// Where a second code is, an inner or upstream one, kept beside the first as <see cref="VendorAnswer.InnerCode"/>. Where the first is not in
    /// the catalog, this one is looked up.
    /// </summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<ValueSource> InnerCode { get; init; } = [];

    /// <summary>What the code is.</summary>
    /// <value>Default: one of the vendor's own.</value>
    public CodeMeaning CodeMeaning { get; init; }

    /// <summary>The number space of the code, see <see cref="CodeSection.Space"/>.</summary>
    /// <value>Default: the empty name.</value>
    public string Space { get; init; } = string.Empty;

    /// <summary>Where messages are, each a text or a list of texts; all present ones are kept.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<ValueSource> Message { get; init; } = [];

    /// <summary>Where the vendor's id of this answer is, the first that holds a value counts.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<ValueSource> CorrelationId { get; init; } = [];

    /// <summary>The word in the message that precedes the vendor's id of this answer.</summary>
    /// <value>Default: none.</value>
    public string? CorrelationIdInText { get; init; }

    /// <summary>Lists of fields that the vendor complains about.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<FieldShape> Fields { get; init; } = [];

    /// <summary>How messages name a field.</summary>
    /// <value>Default: they do not.</value>
    public FieldText FieldInText { get; init; }

    /// <summary>A list of causes or results.</summary>
    /// <value>Default: none.</value>
    public ItemShape? Items { get; init; }

    /// <summary>Members that say more than the code does.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<OutcomeRule> Outcomes { get; init; } = [];

    /// <summary>
    /// A body of this shape as the vendor's document prints it, for composing answers in tests and pages: JSON, in which code, message and
    /// the like are set at their paths, and the texts <c>{reason}</c> (of the HTTP status), <c>{status}</c>, <c>{time}</c>, <c>{id}</c>,
    /// <c>{method}</c>, <c>{path}</c>, <c>{done}</c> and <c>{failed}</c> (entries of a batch) stand for what they say. Classification never
    /// looks at it.
    /// </summary>
    /// <value>Default: none, and only the members that are read are composed.</value>
    public string? Template { get; init; }

    /// <summary>
    /// The HTTP status under which failures of this shape come, where it is always the same; for composing answers, classification never
    /// looks at it.
    /// </summary>
    /// <value>Default: the one that fits the category.</value>
    public int? FailureStatus { get; init; }

    /// <summary>The vendor's own statement on whether anything was executed.</summary>
    /// <value>Default: none.</value>
    public Proof? Proof { get; init; }

    /// <summary>The same envelope by another name.</summary>
    internal Envelope WithName(string name) => new(name, When)
    {
        Operation = Operation,
        Product = Product,
        OnlyOnFailure = OnlyOnFailure,
        ContradictsSuccess = ContradictsSuccess,
        Code = Code,
        InnerCode = InnerCode,
        CodeMeaning = CodeMeaning,
        Space = Space,
        Message = Message,
        CorrelationId = CorrelationId,
        CorrelationIdInText = CorrelationIdInText,
        Fields = Fields,
        FieldInText = FieldInText,
        Items = Items,
        Outcomes = Outcomes,
        Template = Template,
        FailureStatus = FailureStatus,
        Proof = Proof,
    };
}
