namespace VendorErrors.Packs;

/// <summary>What an event has to mean. What is null, and not stated, is not checked.</summary>
internal sealed record PackEventMeaning
{
    public EventKind Kind { get; init; }

    public EventState? State { get; init; }

    public ErrorCategory? Category { get; init; }

    public bool? IsFinal { get; init; }

    public NextAttempt? NextAttempt { get; init; }

    public TimeSpan? NextAttemptDelay { get; init; }

    public Effect? Effect { get; init; }

    public bool? IsBilled { get; init; }

    /// <summary>The texts that are stated, by the name that the pack gives them; null where there must be none.</summary>
    public IReadOnlyDictionary<string, string?> Texts { get; init; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    public IReadOnlyList<string>? Related { get; init; }

    public DateTimeOffset? Time { get; init; }
}
