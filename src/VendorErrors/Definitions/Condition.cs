namespace VendorErrors.Definitions;

/// <summary>A test on one member of a body, as data. Names compare without case. Immutable.</summary>
public sealed class Condition
{
    private Condition(ConditionKind kind, string path, long from = 0, long to = 0, string[]? texts = null)
    {
        Kind = kind;
        Path = path;
        From = from;
        To = to;
        Texts = texts ?? [];
    }

    private Condition(ConditionKind kind, Condition left, Condition right)
        : this(kind, left.Path) => (Left, Right) = (left, right);

    /// <summary>The member's path, such as <c>status.code</c>; of a combination, that of its first part.</summary>
    public string Path { get; }

    internal ConditionKind Kind { get; }

    internal long From { get; }

    internal long To { get; }

    internal string[] Texts { get; }

    internal Condition? Left { get; }

    internal Condition? Right { get; }

    /// <summary>The member is there, be it null.</summary>
    /// <param name="path">Its path.</param>
    public static Condition Has(string path) => new(ConditionKind.Present, path);

    /// <summary>The member is not there.</summary>
    /// <param name="path">Its path.</param>
    public static Condition Lacks(string path) => new(ConditionKind.Absent, path);

    /// <summary>The member is a list, an object or a text, and not an empty one.</summary>
    /// <param name="path">Its path.</param>
    public static Condition NotEmpty(string path) => new(ConditionKind.NotEmpty, path);

    /// <summary>The member is an integer in a range, written as a number or a text.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="from">The least number.</param>
    /// <param name="to">The greatest number.</param>
    public static Condition Between(string path, long from, long to) => new(ConditionKind.Between, path, from, to);

    /// <summary>The member is one of these texts, case-insensitive; a space counts as an underscore.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="texts">ASCII texts, with underscores.</param>
    public static Condition Is(string path, params string[] texts) => new(ConditionKind.IsText, path, texts: texts);

    /// <summary>The member is <c>true</c>, also as a text.</summary>
    /// <param name="path">Its path.</param>
    public static Condition IsTrue(string path) => new(ConditionKind.IsTrue, path);

    /// <summary>The member is <c>false</c>, also as a text.</summary>
    /// <param name="path">Its path.</param>
    public static Condition IsFalse(string path) => new(ConditionKind.IsFalse, path);

    /// <summary>Both this and another condition.</summary>
    /// <param name="other">The other.</param>
    public Condition And(Condition other) => new(ConditionKind.Both, this, other);

    /// <summary>This condition, or another one, or both.</summary>
    /// <param name="other">The other.</param>
    public Condition Or(Condition other) => new(ConditionKind.Either, this, other);

    /// <summary>The condition in words, for evidence.</summary>
    public override string ToString() => Kind switch
    {
        ConditionKind.Present => $"{Path} is present",
        ConditionKind.Absent => $"{Path} is absent",
        ConditionKind.NotEmpty => $"{Path} is not empty",
        ConditionKind.Between when To == long.MaxValue => $"{Path} is {From} or more",
        ConditionKind.Between when From == To => $"{Path} is {From}",
        ConditionKind.Between => $"{Path} is from {From} to {To}",
        ConditionKind.IsText => $"{Path} is {string.Join(" or ", Texts)}",
        ConditionKind.IsTrue => $"{Path} is true",
        ConditionKind.IsFalse => $"{Path} is false",
        ConditionKind.Both => $"{Left} and {Right}",
        _ => $"{Left} or {Right}",
    };
}
