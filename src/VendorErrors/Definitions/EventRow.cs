namespace VendorErrors.Definitions;

/// <summary>
/// What one word or code of an event means: a word of its state, or a reason. Immutable but for its owner, which is set once when a section or a
/// shape takes the row.
/// </summary>
/// <param name="code">The word or code as text, case-insensitive, in which a blank, an underscore and a hyphen are alike; of a range its first number; <c>*</c> is any other one.</param>
/// <param name="name">The vendor's short words for it; of a state's word the word itself will do.</param>
public sealed class EventRow(string code, string name)
{
    /// <summary>The word or code; of a range its first number.</summary>
    public string Code { get; } = code;

    /// <summary>The vendor's short words for it.</summary>
    public string Name { get; } = name;

    /// <summary>The last number of a range.</summary>
    /// <value>Default: none, the row is of one code.</value>
    public string? LastCode { get; init; }

    /// <summary>The state it means. That of a reason counts where the event's own word says no more than that it went wrong, or is missing.</summary>
    /// <value>Default: <see langword="null"/>, it says nothing on the state.</value>
    public EventState? State { get; init; }

    /// <summary>What went wrong. Counts where the end is a bad one.</summary>
    /// <value>Default: <see langword="null"/>, nothing: the state says all.</value>
    public ErrorCategory? Category { get; init; }

    /// <summary>Whether nothing else follows.</summary>
    /// <value>Default: <see langword="null"/>, as the state says.</value>
    public bool? IsFinal { get; init; }

    /// <summary>Whether another attempt, which is the program's own decision, may get through.</summary>
    /// <value>Default: <see langword="null"/>, as category and state say.</value>
    public NextAttempt? NextAttempt { get; init; }

    /// <summary>How long to wait before another attempt, where the vendor's document says so; from a millisecond to 31 days.</summary>
    /// <value>Default: <see langword="null"/>, not stated.</value>
    public TimeSpan? NextAttemptDelay { get; init; }

    /// <summary>What happened to the call or message.</summary>
    /// <value>Default: <see langword="null"/>, as category and state say.</value>
    public Effect? Effect { get; init; }

    /// <summary>Whether the vendor bills it, where its document says so.</summary>
    /// <value>Default: <see langword="null"/>, not stated.</value>
    public bool? IsBilled { get; init; }

    /// <summary>A further condition on the event.</summary>
    /// <value>Default: none.</value>
    public Condition? When { get; init; }

    /// <summary>Why the row is as it is, where that is not plain.</summary>
    /// <value>Default: <see langword="null"/>, none.</value>
    public string? Note { get; init; }

    /// <summary>The section of reasons the row is in; <see langword="null"/> of a state's word.</summary>
    public ReasonSection? Section { get; internal set; }

    /// <summary>Whether it is of any code that no other row is of.</summary>
    internal bool IsAnyCode => LastCode is null && Code == "*";

    /// <summary>What it means in words, for evidence and pages.</summary>
    internal string Meaning => string.Join(", ", new[] { State is { } state ? SnakeCase.Of(state) : null, Category is { } category ? SnakeCase.Of(category) : null }.OfType<string>());

    /// <summary>Code and name.</summary>
    public override string ToString() => $"{(LastCode is null ? Code : $"{Code} to {LastCode}")}{(string.Equals(Name, Code, StringComparison.Ordinal) ? null : " " + Name)}";
}
