using VendorErrors.Definitions;

namespace VendorErrors;

/// <summary>
/// What a vendor sent later of a call, message, session or number: a webhook, a receipt, a callback. It answers other questions than an answer does: which
/// one, where is it, is that final, what went wrong, and may another attempt get through. It never says to send the same again. Immutable and safe for
/// use by several threads. Ids, words and references are the vendor's text: they may hold phone numbers, so keep them out of metrics.
/// </summary>
public sealed class VendorEvent
{
    private IReadOnlyList<Evidence> _evidence = [];

    internal VendorEvent(Vendor vendor) => Vendor = vendor;

    /// <summary>Whose event it was read as.</summary>
    public Vendor Vendor { get; }

    /// <summary>What it is about; <see cref="EventKind.Unknown"/> where no shape of the vendor's took it.</summary>
    public EventKind Kind { get; internal init; }

    /// <summary>Where the call or message is. <see cref="EventState.Unknown"/> is its own state: neither a success nor a failure.</summary>
    public EventState State { get; internal init; }

    /// <summary>Whether nothing else follows, as a rule. Vendors repeat deliveries and send them out of order all the same.</summary>
    public bool IsFinal { get; internal init; }

    /// <summary>
    /// Whether what was asked came about: <see cref="VendorOutcome.Accepted"/> while it is under way, <see cref="VendorOutcome.Undetermined"/> where the
    /// state is unknown.
    /// </summary>
    public VendorOutcome Outcome => EventStateTable.Of(State).Outcome;

    /// <summary>What went wrong; <see langword="null"/> where nothing did, or the state says all: busy, no answer, canceled, refused by a person.</summary>
    public ErrorCategory? Category { get; internal init; }

    /// <summary>What happened to the call or message: whether the person may have been reached.</summary>
    public Effect Effect { get; internal init; }

    /// <summary>Whether the vendor bills it; <see langword="null"/> where it does not say.</summary>
    public bool? IsBilled { get; internal init; }

    /// <summary>Whether another attempt, which is the program's own decision, may get through.</summary>
    public NextAttempt NextAttempt { get; internal init; }

    /// <summary>How long to wait before another attempt, where the vendor's document says so; <see langword="null"/> otherwise.</summary>
    public TimeSpan? NextAttemptDelay { get; internal init; }

    /// <summary>The vendor's name for what happened, as received; <see langword="null"/> where there is none.</summary>
    public string? Type { get; internal init; }

    /// <summary>The vendor's word for the state, as received; <see langword="null"/> where there is none.</summary>
    public string? VendorState { get; internal init; }

    /// <summary>The code of the reason as received, as text, also on a good end; <see langword="null"/> where there is none.</summary>
    public string? Code { get; internal init; }

    /// <summary>The catalog's name for <see cref="Code"/>; <see langword="null"/> where it is not listed.</summary>
    public string? CodeName { get; internal init; }

    /// <summary>The <see cref="ReasonCatalog"/> that <see cref="Code"/> is of, such as <c>sip</c>; <see langword="null"/> where it is the vendor's own.</summary>
    public string? CodeCatalog { get; internal init; }

    /// <summary>The vendor's words; <see langword="null"/> where there are none.</summary>
    public string? Message { get; internal init; }

    /// <summary>The id of the event itself, by which a repeated delivery is known; <see langword="null"/> where the vendor gives none: <see cref="Key"/> is always there.</summary>
    public string? EventId { get; internal init; }

    /// <summary>The vendor's id of the call, message, session or number, as the answer to the request carried it; <see langword="null"/> where there is none.</summary>
    public string? SubjectId { get; internal init; }

    /// <summary>Further ids that tie it to a request: legs, batches, conversations.</summary>
    public IReadOnlyList<string> RelatedIds { get; internal init; } = [];

    /// <summary>The caller's own reference, which the vendor echoes; <see langword="null"/> where there is none.</summary>
    public string? ClientReference { get; internal init; }

    /// <summary>When it happened; <see langword="null"/> where the vendor does not say, or leaves the time zone out.</summary>
    public DateTimeOffset? OccurredAt { get; internal init; }

    /// <summary>How sure the reading is: of word and code, of the word alone, or not at all.</summary>
    public Confidence Confidence { get; internal init; }

    /// <summary>What was seen, which rules it fired, and which of them won.</summary>
    public IReadOnlyList<Evidence> Evidence
    {
        get => _evidence;
        internal init => _evidence = value;
    }

    /// <summary>
    /// What a receiver remembers to take each event once: ids, name, state and code of the event, so that a repeated delivery has the same key, and the next
    /// state another one, also where a vendor's <see cref="EventId"/> stays the same. It holds ids of the vendor's.
    /// </summary>
    public string Key { get; internal init; } = string.Empty;

    /// <summary>The shape that took it; null where none did.</summary>
    internal EventShape? Shape { get; init; }

    /// <summary>Whether it is about the call, message, session or number with this id: the vendor's, a related one, or the caller's own reference.</summary>
    /// <param name="id">The id, as it was sent or received; compared exactly.</param>
    public bool Concerns(string? id) =>
        !string.IsNullOrEmpty(id)
        && (string.Equals(SubjectId, id, StringComparison.Ordinal) || string.Equals(ClientReference, id, StringComparison.Ordinal) || RelatedIds.Contains(id!, StringComparer.Ordinal));

    /// <summary>The same event with one more piece of evidence.</summary>
    internal VendorEvent With(Evidence more)
    {
        var copy = (VendorEvent)MemberwiseClone();
        copy._evidence = [.. _evidence, more];
        return copy;
    }

#if NET
    /// <summary>The event as one line of JSON, in the format of the shell: for a queue, a log, another program.</summary>
    /// <param name="options">What goes along. Default: the reading without the vendor's words and ids.</param>
    public string ToJson(VendorJsonOptions? options = null)
    {
        var json = new Storage.JsonLine(Storage.JsonLine.BytesOfARecord);
        Storage.EventFormat.Write(json, this, options ?? VendorJsonOptions.Default);
        return System.Text.Encoding.UTF8.GetString(json.Written);
    }
#endif

    /// <summary>Vendor, kind, state, category and redacted code; nothing of the vendor's text and ids, so it is safe to log.</summary>
    public override string ToString() =>
        $"{Vendor.Id} {SnakeCase.Of(Kind)}: {SnakeCase.Of(State)}{(Category is { } category ? $", {SnakeCase.Of(category)}" : null)}{(Code is null ? null : $" ({(CodeName is null ? Redactor.Code(Code, Vendor) : Redaction.OneLine.Of(Code))})")}";
}
