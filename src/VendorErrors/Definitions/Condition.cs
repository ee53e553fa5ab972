namespace VendorErrors.Definitions;

/// <summary>
/// A test on one member of a body, or on a header, as data. Names compare without case. A header is looked at only where the HTTP status is
/// neither a 2xx nor a 3xx, and counts as absent otherwise. Immutable.
/// </summary>
public sealed class Condition
{
    private Condition(ConditionKind kind, ValueSource source, long from = 0, long to = 0, string[]? texts = null)
    {
        Kind = kind;
        Source = source;
        From = from;
        To = to;
        Texts = texts ?? [];
    }

    private Condition(ConditionKind kind, Condition left, Condition? right)
        : this(kind, left.Source) => (Left, Right) = (left, right);

    /// <summary>The member or header that is looked at; of a combination, that of its first part.</summary>
    public ValueSource Source { get; }

    /// <summary>The member's path, such as <c>status.code</c>; of a combination, that of its first part; empty for a header.</summary>
    public string Path => Source.Path;

    internal ConditionKind Kind { get; }

    internal long From { get; }

    internal long To { get; }

    internal string[] Texts { get; }

    internal Condition? Left { get; }

    internal Condition? Right { get; }

    /// <summary>The member is there, be it null.</summary>
    /// <param name="source">Its path, or a header.</param>
    public static Condition Has(ValueSource source) => new(ConditionKind.Present, source);

    /// <summary>The member is not there.</summary>
    /// <param name="source">Its path, or a header.</param>
    public static Condition Lacks(ValueSource source) => new(ConditionKind.Absent, source);

    /// <summary>The member is a list, an object or a text, and not an empty one.</summary>
    /// <param name="source">Its path, or a header.</param>
    public static Condition NotEmpty(ValueSource source) => new(ConditionKind.NotEmpty, source);

    /// <summary>The member is an integer in a range, written as a number or a text.</summary>
    /// <param name="source">Its path, or a header.</param>
    /// <param name="from">The least number.</param>
    /// <param name="to">The greatest number.</param>
    public static Condition Between(ValueSource source, long from, long to) => new(ConditionKind.Between, source, from, to);

    /// <summary>The member is one of these texts, case-insensitive; a space counts as an underscore.</summary>
    /// <param name="source">Its path, or a header.</param>
    /// <param name="texts">ASCII texts, with underscores.</param>
    public static Condition Is(ValueSource source, params string[] texts) => new(ConditionKind.IsText, source, texts: texts);

    /// <summary>The member is <c>true</c>, also as a text.</summary>
    /// <param name="source">Its path, or a header.</param>
    public static Condition IsTrue(ValueSource source) => new(ConditionKind.IsTrue, source);

    /// <summary>The member is <c>false</c>, also as a text.</summary>
    /// <param name="source">Its path, or a header.</param>
    public static Condition IsFalse(ValueSource source) => new(ConditionKind.IsFalse, source);

    /// <summary>A condition does not hold.</summary>
    /// <param name="condition">The condition.</param>
    public static Condition Not(Condition condition) => new(ConditionKind.Not, condition, right: null);

    /// <summary>Both this and another condition.</summary>
    /// <param name="other">The other.</param>
    public Condition And(Condition other) => new(ConditionKind.Both, this, other);

    /// <summary>This condition, or another one, or both.</summary>
    /// <param name="other">The other.</param>
    public Condition Or(Condition other) => new(ConditionKind.Either, this, other);

    /// <summary>The condition in words, for evidence.</summary>
    public override string ToString() => Kind switch
    {
        ConditionKind.Present => $"{Source} is present",
        ConditionKind.Absent => $"{Source} is absent",
        ConditionKind.NotEmpty => $"{Source} is not empty",
        ConditionKind.Between when To == long.MaxValue => $"{Source} is {From} or more",
        ConditionKind.Between when From == To => $"{Source} is {From}",
        ConditionKind.Between => $"{Source} is from {From} to {To}",
        ConditionKind.IsText => $"{Source} is {string.Join(" or ", Texts)}",
        ConditionKind.IsTrue => $"{Source} is true",
        ConditionKind.IsFalse => $"{Source} is false",
        ConditionKind.Both => $"{Left} and {Right}",
        ConditionKind.Not => $"not ({Left})",
        _ => $"{Left} or {Right}",
    };
}
