namespace VendorErrors.Definitions;

/// <summary>
/// One shape of event: how it is known, and where it says what. Paths are of the whole body; form fields and the elements of XML are members, too.
/// Immutable.
/// </summary>
/// <param name="name">A short name, unique within the vendor, for evidence.</param>
/// <param name="kind">What it is about.</param>
/// <param name="when">How an event of this shape is known.</param>
public sealed class EventShape(string name, EventKind kind, Condition when)
{
    /// <summary>A short name, unique within the vendor.</summary>
    public string Name { get; } = name;

    /// <summary>What it is about.</summary>
    public EventKind Kind { get; } = kind;

    /// <summary>How an event of this shape is known. The first shape for which it holds counts.</summary>
    public Condition When { get; } = when;

    /// <summary>The document it was read in.</summary>
    /// <value>Default: <see langword="null"/>, not stated.</value>
    public SourceDocument? Source { get; init; }

    /// <summary>
    /// The list whose entries are an event each, with <c>[]</c> after each list on the way: <c>entry[].changes[].value.statuses[]</c>, or <c>[]</c> of a
    /// body that is a list. In all other paths of the shape these lists stand for the present entry.
    /// </summary>
    /// <value>Default: none, the body is one event.</value>
    public string? Each { get; init; }

    /// <summary>The member whose text is JSON itself, and is read as if it were that JSON.</summary>
    /// <value>Default: none.</value>
    public string? JsonText { get; init; }

    /// <summary>The vendor's name for what happened; the first place that says something counts, as in all lists of places here.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<ValueSource> Type { get; init; } = [];

    /// <summary>The id of the event itself, by which a repeated delivery is known.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<ValueSource> EventId { get; init; } = [];

    /// <summary>The vendor's id of the call, message, session or number, which the answer to the request carried.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<ValueSource> Subject { get; init; } = [];

    /// <summary>Further ids that tie the event to a request: legs, batches, conversations. All of them count.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<ValueSource> Related { get; init; } = [];

    /// <summary>The caller's own reference, which the vendor echoes.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<ValueSource> ClientReference { get; init; } = [];

    /// <summary>What distinguishes events that have all ids in common, such as the recipient or the part of a message. A digest of it goes into the key, and nowhere else.</summary>
    /// <value>Default: nothing.</value>
    public IReadOnlyList<ValueSource> Distinct { get; init; } = [];

    /// <summary>When it happened: an ISO 8601 or RFC 9110 date, or a number of seconds, milliseconds or microseconds since 1970.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<ValueSource> Time { get; init; } = [];

    /// <summary>Whether a time without a zone is UTC by the vendor's document.</summary>
    /// <value>Default: no, and such a time is not known.</value>
    public bool IsTimeUtc { get; init; }

    /// <summary>Where its state is.</summary>
    /// <value>Default: none; then <see cref="Always"/> is, or a reason says it.</value>
    public IReadOnlyList<ValueSource> State { get; init; } = [];

    /// <summary>What the words of <see cref="State"/> mean. A word that is not here makes the state <see cref="EventState.Unknown"/>.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<EventRow> States { get; init; } = [];

    /// <summary>The rows of every event of this shape, where its being there says its state: the first whose condition holds.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<EventRow> Always { get; init; } = [];

    /// <summary>Where it gives reasons. The first that is there and known counts.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<ReasonSource> Reasons { get; init; } = [];

    /// <summary>The vendor's words.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<ValueSource> Message { get; init; } = [];

    /// <summary>What says that it is billed.</summary>
    /// <value>Default: nothing.</value>
    public Condition? Billed { get; init; }

    /// <summary>What says that it is not billed.</summary>
    /// <value>Default: nothing.</value>
    public Condition? NotBilled { get; init; }

    /// <summary>What a reader of the shape should know.</summary>
    /// <value>Default: <see langword="null"/>, nothing.</value>
    public string? Note { get; init; }
}
