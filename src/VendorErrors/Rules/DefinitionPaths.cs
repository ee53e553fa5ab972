using VendorErrors.Envelopes;

namespace VendorErrors.Rules;

/// <summary>All paths that a definition looks at, with where in the definition they stand.</summary>
internal static class DefinitionPaths
{
    /// <summary>Those that may lead to anything: a list, an object or one value.</summary>
    internal static IEnumerable<(string Place, string Path, bool IsScalar)> Of(VendorDefinition definition) =>
        definition.Envelopes.SelectMany(envelope => Of(envelope).Select(path => ($"The envelope '{envelope.Name}'", path, false)))
            .Concat(definition.Codes.SelectMany(section => section.Rows).SelectMany(row => Of(row.When).Select(path => ($"The row '{row}'", path, false))));

    /// <summary>Those that have to lead to one text or number.</summary>
    internal static IEnumerable<(string Place, string Path, bool IsScalar)> ScalarsOf(VendorDefinition definition) =>
        definition.Envelopes.SelectMany(envelope => ScalarsOf(envelope).Select(path => ($"The envelope '{envelope.Name}'", path, true)))
            .Concat(definition.WaitHints.Where(hint => hint.Source == WaitSource.BodyField).Select(hint => ("A wait hint", hint.Name, true)));

    private static IEnumerable<string> Of(Envelope envelope) =>
    [
        .. Of(envelope.When),
        .. envelope.Message,
        .. envelope.Outcomes.SelectMany(rule => Of(rule.When)),
        .. envelope.Fields.SelectMany(fields => Given(fields.Path, fields.Field, fields.Value)),
        .. envelope.Items is { } items ? [items.Path, .. Of(items.Failed)] : Enumerable.Empty<string>(),
    ];

    private static IEnumerable<string> ScalarsOf(Envelope envelope) =>
    [
        .. envelope.Code,
        .. envelope.CorrelationId,
        .. Given(envelope.Proof?.Path),
        .. envelope.Fields.SelectMany(fields => Given(fields.Code, fields.Message)),
        .. envelope.Items is { } items
            ? [.. Given(items.Status, items.RequestPath, items.RequestMethod, items.Timestamp), .. items.Code, .. items.Message, .. items.Id]
            : Enumerable.Empty<string>(),
    ];

    private static IEnumerable<string> Of(Condition? condition) =>
        condition is null ? []
        : condition is { Left: { } left, Right: { } right } ? Of(left).Concat(Of(right))
        : [condition.Path];

    private static IEnumerable<string> Given(params string?[] paths) => paths.OfType<string>();
}
