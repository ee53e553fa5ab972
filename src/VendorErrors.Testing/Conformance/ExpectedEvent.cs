using VendorErrors.Packs;

namespace VendorErrors.Testing.Conformance;

/// <summary>What a captured event has to mean. Immutable.</summary>
/// <param name="State">Where the call or message has to be.</param>
/// <param name="Category">What has to have gone wrong; <see langword="null"/> where nothing did.</param>
public sealed record ExpectedEvent(EventState State, ErrorCategory? Category = null)
{
    /// <summary>What it has to be about.</summary>
    /// <value>Default: not checked.</value>
    public EventKind? Kind { get; init; }

    /// <summary>Whether it has to be final.</summary>
    /// <value>Default: not checked.</value>
    public bool? IsFinal { get; init; }

    /// <summary>What it has to say of another attempt.</summary>
    /// <value>Default: not checked.</value>
    public NextAttempt? NextAttempt { get; init; }

    /// <summary>How long another attempt has to wait.</summary>
    /// <value>Default: not checked.</value>
    public TimeSpan? NextAttemptDelay { get; init; }

    /// <summary>The effect it has to have.</summary>
    /// <value>Default: not checked.</value>
    public Effect? Effect { get; init; }

    /// <summary>Whether it has to be billed.</summary>
    /// <value>Default: not checked.</value>
    public bool? IsBilled { get; init; }

    /// <summary>The vendor's name that it has to have.</summary>
    /// <value>Default: not checked.</value>
    public string? Type { get; init; }

    /// <summary>The code it has to be read with.</summary>
    /// <value>Default: not checked.</value>
    public string? Code { get; init; }

    /// <summary>A part of the vendor's words that it has to hold.</summary>
    /// <value>Default: not checked.</value>
    public string? Message { get; init; }

    /// <summary>The id of the event itself.</summary>
    /// <value>Default: not checked.</value>
    public string? EventId { get; init; }

    /// <summary>The id of the call, message, session or number.</summary>
    /// <value>Default: not checked.</value>
    public string? SubjectId { get; init; }

    /// <summary>The caller's own reference.</summary>
    /// <value>Default: not checked.</value>
    public string? ClientReference { get; init; }

    /// <summary>The further ids, in any order.</summary>
    /// <value>Default: not checked.</value>
    public IReadOnlyList<string>? RelatedIds { get; init; }

    /// <summary>When it has to have happened.</summary>
    /// <value>Default: not checked.</value>
    public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>Which of the texts have to be missing, by the names that a pack gives them.</summary>
    internal IReadOnlyList<string> Missing { get; init; } = [];

    internal static ExpectedEvent FromPack(PackEventMeaning meaning)
    {
        string? Find(string name) => meaning.Texts.TryGetValue(name, out string? text) ? text : null;
        return new ExpectedEvent(meaning.State ?? EventState.Unknown, meaning.Category)
        {
            Kind = meaning.Kind == EventKind.Unknown ? null : meaning.Kind,
            IsFinal = meaning.IsFinal,
            NextAttempt = meaning.NextAttempt,
            NextAttemptDelay = meaning.NextAttemptDelay,
            Effect = meaning.Effect,
            IsBilled = meaning.IsBilled,
            Type = Find("type"),
            Code = Find("code"),
            Message = Find("message"),
            EventId = Find("eventId"),
            SubjectId = Find("subject"),
            ClientReference = Find("client"),
            RelatedIds = meaning.Related,
            OccurredAt = meaning.Time,
            Missing = [.. meaning.Texts.Where(text => text.Value is null).Select(text => text.Key)],
        };
    }
}
