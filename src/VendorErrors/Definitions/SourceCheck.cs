namespace VendorErrors.Definitions;

/// <summary>Finds places of values that can hold none where the definition looks at them, a sentence each.</summary>
internal static class SourceCheck
{
    private const string NoHeaders = "in an entry of a list, which has no headers";

    /// <summary>What is wrong, each with the envelope, row or wait hint that it is about.</summary>
    internal static IEnumerable<(object Part, string Text)> FaultsOf(VendorDefinition definition) =>
        definition.Envelopes.SelectMany(envelope => About(envelope, Of(envelope)))
            .Concat(definition.Codes.SelectMany(section => section.Rows).SelectMany(row => About(row, OfCondition($"The row '{row}'", row.When))))
            .Concat(definition.WaitHints.SelectMany(hint => About(hint, Of(hint))));

    /// <summary>The names of all headers that the definition looks at.</summary>
    internal static IEnumerable<(object? Part, string Place, string Name)> HeadersOf(VendorDefinition definition) =>
        definition.Envelopes.SelectMany(envelope => envelope.Code.Concat(envelope.InnerCode).Concat(envelope.Message).Concat(envelope.CorrelationId).Concat(LeavesOf(envelope.When))
                .Select(source => ((object?)envelope, $"The envelope '{envelope.Name}'", source.Header)))
            .Concat(definition.Codes.SelectMany(section => section.Rows).SelectMany(row => LeavesOf(row.When).Select(source => ((object?)row, $"The row '{row}'", source.Header))))
            .Where(found => found.Header is not null)
            .Select(found => (found.Item1, found.Item2, found.Header!));

    private static IEnumerable<(object Part, string Text)> About(object part, IEnumerable<string> texts) => texts.Select(text => (part, text));

    private static IEnumerable<string> Of(Envelope envelope)
    {
        var place = $"The envelope '{envelope.Name}'";
        return
        [
            .. OfCondition(place, envelope.When),
            .. envelope.Code.Concat(envelope.InnerCode).Concat(envelope.Message).Concat(envelope.CorrelationId).SelectMany(source => Of(place, source)),
            .. envelope.Outcomes.SelectMany(rule => OfCondition(place, rule.When)
                .Concat(WithHeader(place, LeavesOf(rule.When), "in an outcome rule, which is never asked where a header counts"))),
            .. envelope.Items is { } items ? OfEntry(place, items) : [],
        ];
    }

    private static IEnumerable<string> OfEntry(string place, ItemShape items)
    {
        IEnumerable<ValueSource> sources = items.Code.Concat(items.Message);
        return OfEntryCondition(place, items.Failed).Concat(OfEntryCondition(place, items.Worked))
            .Concat(sources.SelectMany(source => Of(place, source)))
            .Concat(WithHeader(place, sources, NoHeaders));
    }

    private static IEnumerable<string> Of(WaitHint hint)
    {
        const string Place = "A wait hint";
        switch (hint.Source)
        {
            case WaitSource.BodyField:
                return Of(Place, hint.Place).Concat(WithHeader(Place, [hint.Place], "as a member of the body; use WaitHint.Header"));
            case WaitSource.MessageText when string.IsNullOrWhiteSpace(hint.Place.After) || string.IsNullOrWhiteSpace(hint.Place.Before):
                return [$"{Place} is in a message without the texts around the number, so any number would be one."];
            case WaitSource.MessageText when hint.Unit is WaitUnit.Date or WaitUnit.Duration:
                return [$"{Place} is a number in a message, and its unit {SnakeCase.Of(hint.Unit)} is never a number."];
            default:
                return hint.Member is { } member && string.IsNullOrWhiteSpace(member) ? [$"{Place} reads the header '{hint.Name}' as JSON and names no member."] : [];
        }
    }

    private static IEnumerable<string> OfEntryCondition(string place, Condition? condition) => OfCondition(place, condition).Concat(WithHeader(place, LeavesOf(condition), NoHeaders));

    private static IEnumerable<string> OfCondition(string place, Condition? condition) =>
        LeavesOf(condition).Where(source => source.IsCut || source.List is not null)
            .Select(source => $"{place} has a condition on '{source}'; a condition looks at a whole member, or at a header.");

    private static IEnumerable<string> Of(string place, ValueSource source) =>
        (source.After is "" || source.Before is "" ? [$"{place} cuts '{source.Header ?? source.Path}' at an empty text, which is everywhere."] : Enumerable.Empty<string>())
            .Concat(OfEntryCondition(place, source.Where));

    private static IEnumerable<string> WithHeader(string place, IEnumerable<ValueSource> sources, string why) =>
        sources.Where(source => source.Header is not null).Select(source => $"{place} looks at the header '{source.Header}' {why}.");

    private static IEnumerable<ValueSource> LeavesOf(Condition? condition) =>
        condition is null ? []
        : condition.Left is { } left ? LeavesOf(left).Concat(LeavesOf(condition.Right))
        : [condition.Source];
}
