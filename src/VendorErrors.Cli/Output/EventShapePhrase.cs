using VendorErrors.Definitions;

namespace VendorErrors.Cli.Output;

/// <summary>A shape of events in words, as Markdown.</summary>
internal static class EventShapePhrase
{
    internal static string Of(EventShape shape) => string.Join(' ', Sentences(shape).OfType<string>());

    private static IEnumerable<string?> Sentences(EventShape shape)
    {
        yield return $"Of a **{SnakeCase.Of(shape.Kind)}**, when {Markdown.Escape(shape.When.ToString())}.";
        yield return shape.Each is { } list ? $"Each entry of {Markdown.Code(list)} is one event." : null;
        yield return shape.JsonText is { } text ? $"The text of {Markdown.Code(text)} is JSON itself." : null;
        yield return Places("Its name is in", shape.Type);
        yield return Places("State in", shape.State);
        yield return shape.Reasons.Count == 0 ? null : $"Reason in {string.Join(", ", shape.Reasons.Select(reason => $"{SourcePhrase.Of(reason.Place)} ({SpaceLink(reason.Space)})"))}.";
        yield return Places("Words in", shape.Message);
        yield return Places("Id in", shape.Subject);
        yield return Places("Related ids in", shape.Related);
        yield return Places("Your reference in", shape.ClientReference);
        yield return Places("Event id in", shape.EventId);
        yield return Places("Events with all ids in common are distinguished by", shape.Distinct);
        yield return shape.Time.Count == 0 ? null : $"Time in {SourcePhrase.Of(shape.Time)}{(shape.IsTimeUtc ? ", in UTC" : null)}.";
        yield return shape.Billed is { } billed ? $"Billed when {Markdown.Escape(billed.ToString())}." : null;
        yield return shape.NotBilled is { } notBilled ? $"Not billed when {Markdown.Escape(notBilled.ToString())}." : null;
        yield return shape.Note is { } note ? Markdown.Escape(note) : null;
        yield return shape.Source is { } source ? $"Source: {Markdown.Escape(source.Title)}, {Markdown.Escape(source.Address)}" : null;
    }

    private static string? Places(string lead, IReadOnlyList<ValueSource> places) => places.Count == 0 ? null : $"{lead} {SourcePhrase.Of(places)}.";

    private static string SpaceLink(string space) => ReasonCatalog.Of(space) is { } catalog ? $"[{catalog.Id}]({ReasonsPage.FileName}#{catalog.Id})" : Markdown.Escape(space);
}
