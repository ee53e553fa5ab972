using System.Globalization;
using VendorErrors.Json;

namespace VendorErrors.Definitions;

/// <summary>Finds what is wrong with a definition of events, a sentence each, before it can take a bad end for a good one.</summary>
internal static class EventCheck
{
    /// <summary>The shared spaces of reasons.</summary>
    internal static readonly string[] SharedSpaces = ["sip", "q850", "smpp", "gsm", ReasonSource.ReasonHeader];

    internal static IEnumerable<DefinitionFault> FaultsOf(VendorEventDefinition events)
    {
        HashSet<string> spaces = new(events.Reasons.Select(section => section.Space).Concat(SharedSpaces), StringComparer.Ordinal);
        foreach (EventShape shape in events.Shapes)
        {
            foreach (string text in FaultsOf(shape, spaces).Concat(PathFaultsOf(shape)).Distinct(StringComparer.Ordinal))
            {
                yield return new DefinitionFault(DefinitionFaultKind.Form, Row: null, $"The events '{shape.Name}' {text}") { Part = shape };
            }
        }

        foreach (IGrouping<string, EventShape> name in events.Shapes.GroupBy(shape => shape.Name, StringComparer.Ordinal).Where(name => name.Skip(1).Any()))
        {
            yield return new DefinitionFault(DefinitionFaultKind.Duplicate, Row: null, $"Two shapes of events have the name '{name.Key}'.") { Part = name.Last() };
        }

        IEnumerable<(EventRow Row, string Owner, bool IsReason)> rows = events.Shapes.SelectMany(shape => shape.States.Concat(shape.Always).Select(row => (row, $"the events '{shape.Name}'", false)))
            .Concat(events.Reasons.SelectMany(section => section.Rows.Select(row => (row, $"the reasons '{section.Space}'", true))));
        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
        foreach ((EventRow row, string owner, bool isReason) in rows)
        {
            foreach (string text in FaultsOf(row, isReason))
            {
                yield return new DefinitionFault(DefinitionFaultKind.Form, Row: null, $"The row '{row}' of {owner} {text}") { Part = row };
            }

            if (!seen.Add($"{owner} {row.Code}..{row.LastCode} {row.When}"))
            {
                yield return new DefinitionFault(DefinitionFaultKind.Duplicate, Row: null, $"The row '{row}' of {owner} is there twice, and nothing distinguishes the rows.") { Part = row };
            }
        }
    }

    private static IEnumerable<string> FaultsOf(EventShape shape, HashSet<string> spaces)
    {
        (bool IsFault, string Text)[] checks =
        [
            (shape.Kind == EventKind.Unknown, "have no kind; say what they are about."),
            (shape.State.Count == 0 && shape.Always.Count == 0 && shape.Reasons.Count == 0, "say nowhere what the state is: not by a word, not by being there, not by a reason."),
            (shape.State.Count > 0 && shape.States.Count == 0, "have a place for the state, and no word that it can be."),
            (shape.State.Count == 0 && shape.States.Count > 0, "have words for the state, and no place where they are."),
        ];
        foreach ((_, string text) in checks.Where(check => check.IsFault))
        {
            yield return text;
        }

        foreach (ReasonSource reason in shape.Reasons.Where(reason => !spaces.Contains(reason.Space)))
        {
            yield return $"have reasons of the space '{reason.Space}', which is neither among the definition's own nor one of {string.Join(", ", SharedSpaces)}.";
        }
    }

    private static IEnumerable<string> PathFaultsOf(EventShape shape)
    {
        IEnumerable<ValueSource> sources = shape.Type.Concat(shape.EventId).Concat(shape.Subject).Concat(shape.Related).Concat(shape.ClientReference).Concat(shape.Distinct).Concat(shape.Time).Concat(shape.State)
            .Concat(shape.Message).Concat(shape.Reasons.Select(reason => reason.Place));
        IEnumerable<Condition?> conditions = new[] { shape.When, shape.Billed, shape.NotBilled }.Concat(shape.States.Concat(shape.Always).Select(row => row.When));
        IEnumerable<string> paths = sources.Concat(conditions.SelectMany(SourcesOf)).Where(source => source.Header is null).Select(source => source.List ?? source.Path)
            .Concat(new[] { shape.Each, shape.JsonText }.OfType<string>());
        foreach (string path in paths)
        {
            if (PathFault.Of(path) is { } fault)
            {
                yield return $"have the path '{path}'; {fault}.";
            }

            if (shape.Each is { } each && each.Length > 2 && !IsWithinEach(path, each) && path.StartsWith(each[..^2], StringComparison.OrdinalIgnoreCase) && path.Length > each.Length && path[each.Length - 2] == '.')
            {
                yield return $"have the path '{path}', which leads through the list '{each}' without its brackets, so nothing is ever there.";
            }
        }

        foreach (ValueSource header in sources.Concat(conditions.SelectMany(SourcesOf)).Where(source => source.Header is not null && PathFault.OfHeader(source.Header) is not null))
        {
            yield return $"have the header '{header.Header}'; {PathFault.OfHeader(header.Header!)}.";
        }
    }

    private static bool IsWithinEach(string path, string each) => path.StartsWith(each, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<ValueSource> SourcesOf(Condition? condition) =>
        condition is null ? [] : condition.Left is { } left ? SourcesOf(left).Concat(SourcesOf(condition.Right)) : [condition.Source];

    private static IEnumerable<string> FaultsOf(EventRow row, bool isReason)
    {
        VendorOutcome? outcome = row.State is { } state ? EventStateTable.Of(state).Outcome : null;
        (bool IsFault, string Text)[] checks =
        [
            (string.IsNullOrWhiteSpace(row.Code), "has no code."),
            (string.IsNullOrWhiteSpace(row.Name), "has no name."),
            (!isReason && row.State is null, "has no state."),
            (isReason && row.State is null && row.Category is null, "says neither a state nor what went wrong."),
            (row.Category is { } category && CategoryTable.Of(category).Category != category, "has a category that does not exist."),
            (row.Category is not null && outcome is VendorOutcome.Success or VendorOutcome.Undetermined, "has a category and a state in which nothing went wrong, or nobody knows."),
            (row.Category is not null && row.State is (EventState.Busy or EventState.NoAnswer or EventState.Canceled), "has a category, and a state that is no error."),
            (row.Category is not null && !isReason && outcome == VendorOutcome.Accepted, "has a category and a state that is under way."),
            (row.IsAnyCode && outcome == VendorOutcome.Success, "is of any other code, and a good end; a code that nobody knows is no success."),
            (row.LastCode is not null && !(IsNumber(row.Code) && IsNumber(row.LastCode)), "is a range whose bounds are no numbers."),
            (row.NextAttemptDelay is not null && row.NextAttempt is not (NextAttempt.Soon or NextAttempt.Later), "has a wait and no 'again' of soon or later."),
            (row.NextAttemptDelay < WaitBounds.Shortest || row.NextAttemptDelay > WaitBounds.Longest, $"has a wait of {row.NextAttemptDelay}; it must be from a millisecond to {WaitBounds.Longest.Days} days; check its unit."),
        ];
        return checks.Where(check => check.IsFault).Select(check => check.Text);
    }

    private static bool IsNumber(string code) => long.TryParse(code, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
}
