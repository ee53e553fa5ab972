namespace VendorErrors.Testing.Conformance.Checks;

/// <summary>Each captured event means what it has to mean. Of its body nothing is shown: it may hold phone numbers.</summary>
internal static class CapturedEventCheck
{
    internal static IEnumerable<ConformanceCase> Of(Vendor vendor, IReadOnlyList<CapturedEvent> captured) =>
        captured.Select(sample => new ConformanceCase(vendor, "captured event means what it should", $"the captured event '{sample.Name}'", () => FaultOf(vendor, sample)));

    private static string? FaultOf(Vendor vendor, CapturedEvent sample)
    {
        IReadOnlyList<VendorEvent> events = sample.Read(vendor);
        if (events.Count != sample.Expected.Count)
        {
            return $"it is read as {events.Count} events, and {sample.Expected.Count} are expected; correct 'each' of its shape, or what is expected here.";
        }

        for (var i = 0; i < events.Count; i++)
        {
            string[] differences = [.. DifferencesOf(events[i], sample.Expected[i])];
            if (differences.Length > 0)
            {
                return $"{(events.Count > 1 ? $"event {i} of it" : "it")} is read {string.Join(", and ", differences)} ({Reason(events[i])}); correct the shape or its rows, or what is expected here.";
            }
        }

        return null;
    }

    private static string Reason(VendorEvent read) => $"{(read.Shape is { } shape ? $"as '{shape.Name}'" : "by no shape")}, {string.Join("; ", read.Evidence.Select(evidence => evidence.ToString()))}";

    private static IEnumerable<string> DifferencesOf(VendorEvent read, ExpectedEvent expected) =>
    [
        .. Of("the state", read.State, (EventState?)expected.State),
        .. read.Category == expected.Category ? [] : new[] { $"with the category {Word(read.Category)} instead of {Word(expected.Category)}" },
        .. Of("the kind", read.Kind, expected.Kind),
        .. Of("final", read.IsFinal, expected.IsFinal),
        .. Of("the next attempt", read.NextAttempt, expected.NextAttempt),
        .. Of("the delay", read.NextAttemptDelay, expected.NextAttemptDelay),
        .. Of("the effect", read.Effect, expected.Effect),
        .. Of("billed", read.IsBilled, expected.IsBilled),
        .. Of("the time", read.OccurredAt, expected.OccurredAt),
        .. Text("type", "type", read.Type, expected.Type, expected),
        .. Text("code", "code", read.Code, expected.Code, expected),
        .. Text("id of the event", "eventId", read.EventId, expected.EventId, expected),
        .. Text("id", "subject", read.SubjectId, expected.SubjectId, expected),
        .. Text("reference", "client", read.ClientReference, expected.ClientReference, expected),
        .. expected.Message is { } words && read.Message?.Contains(words, StringComparison.OrdinalIgnoreCase) != true ? new[] { $"without the words '{words}'" } : [],
        .. expected.Missing.Contains("message", StringComparer.Ordinal) && read.Message is not null ? new[] { "with words, where none are expected" } : [],
        .. expected.RelatedIds is { } ids && !ids.OrderBy(id => id, StringComparer.Ordinal).SequenceEqual(read.RelatedIds.OrderBy(id => id, StringComparer.Ordinal), StringComparer.Ordinal)
            ? new[] { $"with {read.RelatedIds.Count} related ids ({string.Join(", ", read.RelatedIds)}) instead of {string.Join(", ", ids)}" }
            : [],
    ];

    private static IEnumerable<string> Of<T>(string what, T? read, T? expected)
        where T : struct =>
        expected is null || EqualityComparer<T?>.Default.Equals(read, expected) ? [] : [$"with {what} {Word(read)} instead of {Word(expected)}"];

    private static IEnumerable<string> Text(string what, string name, string? read, string? expected, ExpectedEvent all) =>
        expected is not null && !string.Equals(read, expected, StringComparison.Ordinal) ? [$"with the {what} '{read}' instead of '{expected}'"]
        : read is not null && all.Missing.Contains(name, StringComparer.Ordinal) ? [$"with the {what} '{read}', where none is expected"]
        : [];

    private static string Word<T>(T? value)
        where T : struct => value is null ? "none" : value is Enum known ? SnakeCase.OfName(known.ToString()) : value.Value.ToString() ?? "none";
}
