using System.Globalization;
using VendorErrors.Definitions;

namespace VendorErrors.Packs;

/// <summary>Writes how events are read, and the events that a pack carries: what <see cref="EventPart"/> and its neighbors read.</summary>
internal static class EventWriter
{
    internal static PackNode? Signature(EventSignature? signature, Dictionary<SourceDocument, string> documents) =>
        signature is null ? null : PackNode.Object().Add("document", documents[signature.Source]).Add("header", signature.Header).Add("note", signature.Note);

    internal static PackNode Shape(EventShape shape, Dictionary<SourceDocument, string> documents) => PackNode.Object()
        .Add("name", shape.Name)
        .Add("document", shape.Source is { } source ? documents[source] : null)
        .Add("when", PackWriter.Condition(shape.When))
        .Add("each", shape.Each)
        .Add("jsonText", shape.JsonText)
        .Add("kind", PackWords.Of(PackWords.EventKinds, (int)shape.Kind))
        .Add("type", PackWriter.Sources(shape.Type))
        .Add("eventId", PackWriter.Sources(shape.EventId))
        .Add("subject", PackWriter.Sources(shape.Subject))
        .Add("related", PackWriter.Sources(shape.Related))
        .Add("client", PackWriter.Sources(shape.ClientReference))
        .Add("distinct", PackWriter.Sources(shape.Distinct))
        .Add("time", PackWriter.Sources(shape.Time))
        .Add("timeZone", shape.IsTimeUtc ? EventParts.Zones[0].Word : null)
        .Add("state", PackWriter.Sources(shape.State))
        .Add("states", Rows(shape.States))
        .Add("is", shape.Always.Count == 1 ? Row(shape.Always[0]) : PackNode.List(shape.Always.Select(Row)))
        .Add("reason", PackNode.List(shape.Reasons.Select(reason => PackNode.Object().Add("at", PackWriter.Source(reason.Place)).Add("space", reason.Space))))
        .Add("message", PackWriter.Sources(shape.Message))
        .Add("billed", shape.Billed is null ? null : PackWriter.Condition(shape.Billed))
        .Add("notBilled", shape.NotBilled is null ? null : PackWriter.Condition(shape.NotBilled))
        .Add("note", shape.Note);

    internal static PackNode Section(ReasonSection section, Dictionary<SourceDocument, string> documents) => PackNode.Object().Spread()
        .Add("document", documents[section.Source])
        .Add("basis", section.Basis == Basis.Documented ? null : PackWords.Of(PackWords.Bases, (int)section.Basis))
        .Add("space", section.Space)
        .Add("rows", Rows(section.Rows).Spread());

    internal static PackNode Sample(PackEvent sample, Dictionary<SourceDocument, string> documents) => PackNode.Object()
        .Add("name", sample.Name)
        .Add("document", sample.Document is { } document ? documents[document] : null)
        .Add("headers", sample.Headers.Aggregate(PackNode.Object(), (headers, header) => headers.Add(header.Key, header.Value)))
        .Add("text", sample.Body)
        .Add("is", sample.Events.Count == 1 ? Meaning(sample.Events[0]) : PackNode.List(sample.Events.Select(Meaning)));

    private static PackNode Meaning(PackEventMeaning meaning)
    {
        PackNode node = PackNode.Object()
            .Add("kind", meaning.Kind == EventKind.Unknown ? null : PackWords.Of(PackWords.EventKinds, (int)meaning.Kind))
            .Add("state", meaning.State is { } state ? PackWords.Of(PackWords.EventStates, (int)state) : null)
            .Add("category", meaning.Category is { } category ? PackNode.Text(SnakeCase.Of(category)) : PackNode.Raw("null"))
            .Add("final", Flag(meaning.IsFinal))
            .Add("again", meaning.NextAttempt is { } next ? PackWords.Of(PackWords.NextAttempts, (int)next) : null)
            .Add("wait", meaning.NextAttemptDelay is { } delay ? PackWords.OfLength(delay) : null)
            .Add("effect", meaning.Effect is { } effect ? PackWords.Of(PackWords.Effects, (int)effect) : null)
            .Add("billed", Flag(meaning.IsBilled));
        foreach (KeyValuePair<string, string?> text in meaning.Texts)
        {
            _ = node.Add(text.Key, text.Value is null ? PackNode.Raw("null") : PackNode.Text(text.Value));
        }

        return node
            .Add("related", meaning.Related is null ? null : meaning.Related.Count == 0 ? PackNode.Raw("[]") : PackNode.List(meaning.Related.Select(PackNode.Text)))
            .Add("time", meaning.Time?.ToString("O", CultureInfo.InvariantCulture));
    }

    private static PackNode Rows(IEnumerable<EventRow> rows)
    {
        PackNode all = PackNode.Object();
        foreach (IGrouping<string, EventRow> code in rows.GroupBy(row => row.LastCode is null ? row.Code : $"{row.Code}..{row.LastCode}", StringComparer.OrdinalIgnoreCase))
        {
            PackNode[] own = [.. code.Select(Row)];
            _ = all.Add(code.Key, own.Length == 1 ? own[0] : PackNode.List(own));
        }

        return all;
    }

    private static PackNode Row(EventRow row) => PackNode.Object()
        .Add("state", row.State is { } state ? PackWords.Of(PackWords.EventStates, (int)state) : null)
        .Add("category", row.Category is { } category ? SnakeCase.Of(category) : null)
        .Add("name", row.Section is null && string.Equals(row.Name, row.Code, StringComparison.Ordinal) ? null : row.Name)
        .Add("final", Flag(row.IsFinal))
        .Add("again", row.NextAttempt is { } next ? PackWords.Of(PackWords.NextAttempts, (int)next) : null)
        .Add("wait", row.NextAttemptDelay is { } delay ? PackWords.OfLength(delay) : null)
        .Add("effect", row.Effect is { } effect ? PackWords.Of(PackWords.Effects, (int)effect) : null)
        .Add("billed", Flag(row.IsBilled))
        .Add("when", row.When is null ? null : PackWriter.Condition(row.When))
        .Add("note", row.Note);

    private static PackNode? Flag(bool? flag) => flag is { } known ? PackNode.Raw(known ? "true" : "false") : null;
}
