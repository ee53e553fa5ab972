using VendorErrors.Classification.Compiled;
using VendorErrors.Definitions;
using VendorErrors.Json;

namespace VendorErrors.Classification.Events;

/// <summary>Makes an event of what its shape finds in a body: the state by its word, the category by its reason, and what follows from both.</summary>
internal static class EventBuilder
{
    internal static VendorEvent Build(EventCatalog catalog, CompiledEventShape shape, in JsonView view, EventOrigin origin, int index)
    {
        List<Evidence> evidence = [];
        if (origin.HasDuplicates)
        {
            evidence.Add(new Evidence(EvidenceSource.Note, EvidenceVerdict.Noted, "body", Value: null, "a member comes twice; the last one counts"));
        }

        EventWord word = EventWord.Find(shape, view, evidence);
        EventReason reason = EventReason.Find(catalog, shape, view);
        EventMeaning meaning = origin.IsWhole ? EventMeaning.Of(word, reason, evidence) : EventMeaning.OfCutBody(evidence);
        if (meaning is { Category: ErrorCategory.VendorUnspecified } && reason.Code is null && shape.Reasons.Length > 0)
        {
            evidence.Add(new Evidence(EvidenceSource.Code, EvidenceVerdict.Ignored, shape.Shape.Reasons[0].Place.ToString(), Value: null, "there is no reason here, which would say more"));
        }

        string? type = First(shape.Type, view);
        string? eventId = First(shape.EventId, view);
        string? subject = First(shape.Subject, view);
        string? time = First(shape.Time, view);
        List<string> related = RelatedIds(shape, view, subject);
        string content = string.Join("|", [subject, type, word.Text, reason.Code, .. related, .. Digest(shape.Distinct, view)]);
        var body = $"{origin.Digest}#{index}";
        return new VendorEvent(catalog.Vendor)
        {
            Shape = shape.Shape,
            Kind = shape.Shape.Kind,
            State = meaning.State,
            IsFinal = meaning.IsFinal,
            Category = meaning.Category,
            Effect = meaning.Effect,
            IsBilled = origin.IsWhole ? shape.IsBilled(view) ?? meaning.IsBilled : null,
            NextAttempt = meaning.NextAttempt,
            NextAttemptDelay = meaning.NextAttemptDelay,
            Type = type,
            VendorState = word.Text,
            Code = reason.Code,
            CodeName = reason.Row is { LastCode: null, IsAnyCode: false } row ? row.Name : null,
            CodeCatalog = CatalogOf(reason),
            Message = First(shape.Message, view),
            EventId = eventId,
            SubjectId = subject,
            RelatedIds = related,
            ClientReference = First(shape.ClientReference, view),
            OccurredAt = time is null ? null : EventTime.Read(time, shape.Shape.IsTimeUtc),
            Confidence = meaning.Confidence,
            Evidence = evidence,
            Key = origin.IsWhole ? KeyOf(shape, eventId, subject, time, content, body) : body,
        };
    }

    // The id alone would not do: some vendors have one for all events of a body, or for all states of a message. Without a time, the same may happen again.
    private static string KeyOf(CompiledEventShape shape, string? eventId, string? subject, string? time, string content, string body) =>
        eventId is not null ? $"{eventId}|{content}"
        : subject is not null ? $"{shape.Shape.Name}|{content}|{time ?? body}"
        : body;

    // A row of the vendor's own gives the code of a shared catalog another sense.
    private static string? CatalogOf(EventReason reason) =>
        reason.Space is { } space && ReasonCatalog.Of(space) is { } catalog && (reason.Row?.Section is not { } section || catalog.Sections.Contains(section)) ? space : null;

    // A digest, since it may be a phone number.
    private static IEnumerable<string> Digest(CompiledSource[] places, in JsonView view)
    {
        var values = string.Empty;
        foreach (CompiledSource place in places)
        {
            values += $"{CompiledEventShape.TextOf(place, view)}|";
        }

        return places.Length == 0 ? [] : [EventReader.KeyOf(System.Text.Encoding.UTF8.GetBytes(values))];
    }

    private static string? First(CompiledSource[] sources, in JsonView view) => CompiledEventShape.FirstText(sources, view, out _);

    private static List<string> RelatedIds(CompiledEventShape shape, in JsonView view, string? subject)
    {
        List<string> ids = [];
        foreach (CompiledSource source in shape.Related)
        {
            if (CompiledEventShape.TextOf(source, view) is { } id && !string.Equals(id, subject, StringComparison.Ordinal) && !ids.Contains(id, StringComparer.Ordinal))
            {
                ids.Add(id);
            }
        }

        return ids;
    }
}
