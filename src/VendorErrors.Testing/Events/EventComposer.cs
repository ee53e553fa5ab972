using VendorErrors.Definitions;

namespace VendorErrors.Testing.Events;

/// <summary>
/// Makes an event of a captured one: with the ids of what was really done, the caller's own reference where the request carried one, and the time. What
/// comes out is read again, and has to say what was wanted of it.
/// </summary>
internal static class EventComposer
{
    // Ids of legs and conversations come after that of the leg; those of events after them.
    private const int LegId = 0;
    private const int FirstRelatedId = 1;
    private const int FirstEventId = 0x100;

    private static readonly TimeSpan s_minute = TimeSpan.FromMinutes(1);

    /// <summary>The event.</summary>
    /// <param name="vendor">The vendor.</param>
    /// <param name="wanted">What it is to say.</param>
    /// <param name="index">Which event of its cause it is, from 0.</param>
    /// <param name="cause">What it is about.</param>
    /// <param name="time">When it happened.</param>
    /// <exception cref="InvalidOperationException">No captured event of the vendor's says that of such a request.</exception>
    internal static ComposedEvent Compose(Vendor vendor, SimulatedEvent wanted, int index, EventCause cause, DateTimeOffset time)
    {
        IEnumerable<EventSample> fitting = EventSamples.Of(vendor)
            .Where(sample => sample.Fits(wanted) && (wanted.Kind is not null || IsOf(cause.Kind, sample.Read.Kind)))
            .OrderBy(sample => TieOf(sample, cause))
            .ThenBy(sample => sample.Read.Kind)
            .ThenBy(sample => sample.Read.OccurredAt is null);
        foreach (EventSample sample in fitting)
        {
            if (TryCompose(vendor, sample, index, cause, time) is { } composed)
            {
                return composed;
            }
        }

        throw new InvalidOperationException(EventSamples.Missing(vendor, wanted, $" of a request that asks for {SnakeCase.Of(cause.Kind)}"));
    }

    private static bool IsOf(OperationKind operation, EventKind kind) => operation switch
    {
        OperationKind.Dial => kind is EventKind.Call or EventKind.Session,
        OperationKind.Send => kind is EventKind.Message or EventKind.Session,
        _ => true,
    };

    // An event that has the answer's id in a member of the same name is of just that; one that has it among its related ids is of a part of it.
    private static int TieOf(EventSample sample, EventCause cause) =>
        IsIn(sample.Shape.Subject, cause) ? 0 : IsIn(sample.Shape.Related, cause) ? 1 : 2;

    private static bool IsIn(IReadOnlyList<ValueSource> places, EventCause cause) => places.Any(place => cause.Answer.IsIn(EventTemplate.NameOf(place)));

    /// <summary>The event, made of this sample; null where what comes out does not say what it should.</summary>
    internal static ComposedEvent? TryCompose(Vendor vendor, EventSample sample, int index, EventCause cause, DateTimeOffset time)
    {
        if (EventTemplate.Open(sample) is not { } template)
        {
            return null;
        }

        EventShape shape = sample.Shape;
        bool isOfPart = cause.Kind == OperationKind.Dial && TieOf(sample, cause) == 1;

        // The id of some vendors' calls is the program's own.
        bool isOwnId = shape.ClientReference.Any(shape.Subject.Contains);
        string subject = isOfPart ? cause.OtherId(LegId) : isOwnId && ReferenceOf(shape, cause) is { } own ? own : cause.PersonId;
        SetRelated(template, shape, cause);
        if (First(template, shape.EventId) is { } eventId)
        {
            template.Set(eventId, cause.OtherId(FirstEventId + index));
        }

        if ((First(template, shape.Subject) ?? shape.Subject.FirstOrDefault(place => EventTemplate.NameOf(place) is not null)) is { } place)
        {
            string? old = template.Get(place);
            template.Set(place, subject);
            template.Replace(old ?? subject, subject);
        }

        string? reference = isOwnId ? subject : SetReference(template, shape, cause);
        foreach (ValueSource written in shape.Time)
        {
            template.SetTime(written, time);
        }

        string body = template.ToText();
        return EventSamples.Read(vendor, body, [.. template.Headers, new("Content-Type", template.ContentType)]) is [var read]
            && SaysTheSame(read, sample.Read)
            && string.Equals(read.SubjectId, subject, StringComparison.Ordinal)
            && (!isOfPart || read.Concerns(cause.Answer.Value))
            && string.Equals(read.ClientReference, reference, StringComparison.Ordinal)
            && (read.OccurredAt is not { } at || (at - time).Duration() < s_minute)
            ? new ComposedEvent(read, body, template.ContentType, template.Headers)
            : null;
    }

    private static bool SaysTheSame(VendorEvent read, VendorEvent sample) =>
        (read.Kind, read.State, read.IsFinal, read.Category, read.Effect, read.NextAttempt) == (sample.Kind, sample.State, sample.IsFinal, sample.Category, sample.Effect, sample.NextAttempt)
        && string.Equals(read.Code, sample.Code, StringComparison.Ordinal);

    private static ValueSource? First(EventTemplate template, IReadOnlyList<ValueSource> places) => places.FirstOrDefault(place => template.Get(place) is not null);

    // Those of the sample would tie all events of the simulated vendor to each other.
    private static void SetRelated(EventTemplate template, EventShape shape, EventCause cause)
    {
        for (var i = 0; i < shape.Related.Count; i++)
        {
            ValueSource place = shape.Related[i];
            if (cause.Answer.IsIn(EventTemplate.NameOf(place)))
            {
                template.Set(place, cause.Answer.Value);
            }
            else if (template.Get(place) is not null)
            {
                template.Set(place, cause.OtherId(FirstRelatedId + i));
            }
        }
    }

    private static string? ReferenceOf(EventShape shape, EventCause cause) =>
        shape.ClientReference.Select(EventTemplate.NameOf).OfType<string>().Select(cause.Asked).FirstOrDefault(text => !string.IsNullOrEmpty(text));

    // Echoed is what was sent, and nothing where nothing was.
    private static string? SetReference(EventTemplate template, EventShape shape, EventCause cause)
    {
        string? reference = ReferenceOf(shape, cause);
        ValueSource? first = First(template, shape.ClientReference) ?? (shape.ClientReference.Count > 0 ? shape.ClientReference[0] : null);
        foreach (ValueSource place in shape.ClientReference)
        {
            template.Remove(place);
        }

        if (reference is not null)
        {
            template.Set(first!, reference);
        }

        return reference;
    }
}
