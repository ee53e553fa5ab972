namespace VendorErrors.Definitions;

/// <summary>All paths that a definition looks at, with where in the definition they are.</summary>
internal static class DefinitionPaths
{
    internal static IEnumerable<(string Place, string Path)> Of(VendorDefinition definition) =>
        definition.Envelopes.SelectMany(envelope => Of(envelope).Select(path => ($"The envelope '{envelope.Name}'", path)))
            .Concat(definition.Codes.SelectMany(section => section.Rows).SelectMany(row => Of(row.When).Select(path => ($"The row '{row}'", path))))
            .Concat(definition.WaitHints.Where(hint => hint.Source == WaitSource.BodyField).Select(hint => ("A wait hint", hint.Name)));

    private static IEnumerable<string> Of(Envelope envelope) =>
    [
        .. Of(envelope.When),
        .. envelope.Code,
        .. envelope.Message,
        .. envelope.CorrelationId,
        .. Given(envelope.Proof?.Path),
        .. envelope.Outcomes.SelectMany(rule => Of(rule.When)),
        .. envelope.Fields.SelectMany(fields => Given(fields.Path, fields.Field, fields.Code, fields.Message, fields.Value)),
        .. envelope.Items is { } items
            ? [.. Given(items.Path, items.Status, items.RequestPath, items.RequestMethod, items.Timestamp), .. Of(items.Failed), .. Of(items.Worked), .. items.Code, .. items.Message, .. items.Id]
            : Enumerable.Empty<string>(),
    ];

    private static IEnumerable<string> Of(Condition? condition) =>
        condition is null ? []
        : condition is { Left: { } left, Right: { } right } ? Of(left).Concat(Of(right))
        : [condition.Path];

    private static IEnumerable<string> Given(params string?[] paths) => paths.OfType<string>();
}
