namespace VendorErrors.Cli.Output;

/// <summary>What programs get of a word or reason of events: the members of the JSON and the columns of the CSV, in this order.</summary>
internal static class EventFields
{
    internal static EventField[] All { get; } =
    [
        new("vendor", entry => entry.Vendor?.Id),
        new("shape", entry => entry.Shape?.Name),
        new("kind", entry => entry.Shape is { } shape ? SnakeCase.Of(shape.Kind) : null),
        new("space", entry => entry.Space),
        new("code", entry => entry.Code),
        new("last_code", entry => entry.Row.LastCode),
        new("name", entry => entry.Row.Name),
        new("state", entry => entry.State is { } state ? SnakeCase.Of(state) : null),
        new("category", entry => entry.Meaning.Category is { } category ? SnakeCase.Of(category) : null),
        new("group", entry => entry.Meaning.Category is { } category ? SnakeCase.Of(category.ToGroup()) : null),
        new("final", entry => entry.Meaning.IsFinal),
        new("effect", entry => SnakeCase.Of(entry.Meaning.Effect)),
        new("billed", entry => entry.Meaning.IsBilled),
        new("next_attempt", entry => SnakeCase.Of(entry.Meaning.NextAttempt)),
        new("next_attempt_delay_ms", entry => entry.Meaning.NextAttemptDelay is { } delay ? (long)delay.TotalMilliseconds : null),
        new("when", entry => entry.Row.When?.ToString()),
        new("note", entry => entry.Row.Note),
        new("source", entry => entry.Source?.Address),
        new("source_title", entry => entry.Source?.Title),
        new("basis", entry => entry.Row.Section is { } section ? SnakeCase.Of(section.Basis) : null),
    ];
}
