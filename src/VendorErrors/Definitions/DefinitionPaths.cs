namespace VendorErrors.Definitions;

/// <summary>All paths that a definition looks at, with the part of the definition they are in and its name, and whether they are within an entry of a list.</summary>
internal static class DefinitionPaths
{
    internal static IEnumerable<(object Part, string Place, string Path, bool IsInEntry)> Of(VendorDefinition definition) =>
        definition.Envelopes.SelectMany(envelope => At(envelope, $"The envelope '{envelope.Name}'", Of(envelope)))
            .Concat(definition.Codes.SelectMany(section => section.Rows).SelectMany(row => At(row, $"The row '{row}'", Of(row.When))))
            .Concat(definition.WaitHints.Where(hint => hint.Source == WaitSource.BodyField).SelectMany(hint => At(hint, "A wait hint", Of(hint.Place))));

    private static IEnumerable<(object Part, string Place, string Path, bool IsInEntry)> At(object part, string place, IEnumerable<(string Path, bool IsInEntry)> paths) =>
        paths.Select(found => (part, place, found.Path, found.IsInEntry));

    private static IEnumerable<(string Path, bool IsInEntry)> Of(Envelope envelope) =>
    [
        .. Of(envelope.When),
        .. Of(envelope.Code),
        .. Of(envelope.InnerCode),
        .. Of(envelope.Message),
        .. Of(envelope.CorrelationId),
        .. Given(envelope.Proof?.Path),
        .. envelope.Outcomes.SelectMany(rule => Of(rule.When)),
        .. envelope.Fields.SelectMany(fields => Of(fields.Source).Concat(InEntry(Given([.. fields.Field, fields.Code, fields.Message, fields.Value])))),
        .. envelope.Items is { } items
            ?
            [
                .. Given(items.Path),
                .. InEntry([.. Given(items.Status, items.RequestPath, items.RequestMethod, items.Timestamp), .. Of(items.Failed), .. Of(items.Worked), .. Of(items.Code), .. Of(items.Message), .. Given([.. items.Id])]),
            ]
            : Enumerable.Empty<(string, bool)>(),
    ];

    private static IEnumerable<(string Path, bool IsInEntry)> Of(Condition? condition) =>
        condition is null ? []
        : condition.Left is { } left ? Of(left).Concat(Of(condition.Right))
        : Of(condition.Source);

    private static IEnumerable<(string Path, bool IsInEntry)> Of(IEnumerable<ValueSource> sources) => sources.SelectMany(Of);

    private static IEnumerable<(string Path, bool IsInEntry)> Of(ValueSource source) =>
        source.Header is not null ? []
        : source.List is null ? Given(source.Path)
        : [.. Given(source.List), .. InEntry([.. Given(source.Path), .. Of(source.Where)])];

    private static IEnumerable<(string Path, bool IsInEntry)> Given(params string?[] paths) => paths.OfType<string>().Select(path => (path, false));

    private static IEnumerable<(string Path, bool IsInEntry)> InEntry(IEnumerable<(string Path, bool IsInEntry)> paths) => paths.Select(found => (found.Path, true));
}
