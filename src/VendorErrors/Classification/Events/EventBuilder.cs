using VendorErrors.Classification.Compiled;
using VendorErrors.Definitions;
using VendorErrors.Json;

namespace VendorErrors.Classification.Events;

/// <summary>Makes an event of what its shape finds in a body: the state by its word, the category by its reason, and what follows from both.</summary>
internal static class EventBuilder
{
    internal static VendorEvent Build(EventCatalog catalog, CompiledEventShape shape, in JsonView view, ReadOnlySpan<byte> own, EventOrigin origin)
    {
        List<Evidence> evidence = [];
        if (origin.HasDuplicates)
        {
            evidence.Add(new Evidence(EvidenceSource.Note, EvidenceVerdict.Noted, "body", Value: null, "a member comes twice; the last one counts"));
        }

        string? word = CompiledEventShape.FirstText(shape.State, shape.Shape.State, view, out string place);
        EventRow? stated = StateRow(shape, word, place, view, evidence);
        EventReason reason = EventReason.Find(catalog, shape, view);
        EventMeaning meaning = EventMeaning.Of(word, stated, reason, evidence);
        if (!origin.IsWhole)
        {
            meaning = EventMeaning.OfCutBody(evidence);
        }

        string? type = First(shape.Type, view);
        string? eventId = First(shape.EventId, view);
        string? subject = First(shape.Subject, view);
        string? time = First(shape.Time, view);
        List<string> related = RelatedIds(shape, view, subject);
        return new VendorEvent(catalog.Vendor)
        {
            Shape = shape.Shape,
            Kind = shape.Shape.Kind,
            State = meaning.State,
            IsFinal = meaning.IsFinal,
            Category = meaning.Category,
            Effect = meaning.Effect,
            IsBilled = shape.IsBilled(view) ?? meaning.IsBilled,
            NextAttempt = meaning.NextAttempt,
            NextAttemptDelay = meaning.NextAttemptDelay,
            Type = type,
            VendorState = word,
            Code = reason.Code,
            CodeName = reason.Row is { LastCode: null, IsAnyCode: false } row ? row.Name : null,
            CodeCatalog = reason.Space is { } space && ReasonCatalog.Of(space) is not null ? space : null,
            Message = First(shape.Message, view),
            EventId = eventId,
            SubjectId = subject,
            RelatedIds = related,
            ClientReference = First(shape.ClientReference, view),
            OccurredAt = time is null ? null : EventTime.Read(time, shape.Shape.IsTimeUtc),
            Confidence = meaning.Confidence,
            Evidence = evidence,
            Key = KeyOf(shape, eventId, subject, time, string.Join("|", [subject, type, word, reason.Code, .. related, .. Digest(shape.Distinct, view)]), own),
        };
    }

    // The id alone would not do: some vendors have one for all events of a body, or for all states of a message.
    private static string KeyOf(CompiledEventShape shape, string? eventId, string? subject, string? time, string content, ReadOnlySpan<byte> own) =>
        eventId is not null ? $"{eventId}|{content}"
        : subject is not null && (time is not null || shape.State.Length > 0) ? $"{shape.Shape.Name}|{content}|{time}"
        : EventReader.KeyOf(own);

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

    private static EventRow? StateRow(CompiledEventShape shape, string? word, string place, in JsonView view, List<Evidence> evidence)
    {
        if (word is not null)
        {
            EventRow? row = shape.States.Find(word, view);
            evidence.Add(new Evidence(
                EvidenceSource.SubField,
                row is null ? EvidenceVerdict.Ignored : EvidenceVerdict.Won,
                place,
                word,
                row is null ? $"the shape '{shape.Shape.Name}' has no such word, so the state is unknown" : $"the word '{row.Code}' of the shape '{shape.Shape.Name}' means {row.Meaning}"));
            return row;
        }

        EventRow? always = shape.Always?.Find(shape.Shape.Name, view);
        evidence.Add(new Evidence(
            EvidenceSource.Family,
            always is null ? EvidenceVerdict.Ignored : EvidenceVerdict.Won,
            "body",
            Value: null,
            always is null ? $"an event of the shape '{shape.Shape.Name}', without a word on its state" : $"an event of the shape '{shape.Shape.Name}' means {always.Meaning}"));
        return always;
    }

    private static string? First(CompiledSource[] sources, in JsonView view)
    {
        foreach (CompiledSource source in sources)
        {
            if (CompiledEventShape.TextOf(source, view) is { } text)
            {
                return text;
            }
        }

        return null;
    }

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
