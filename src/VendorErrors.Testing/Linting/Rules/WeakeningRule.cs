using VendorErrors.Definitions;

namespace VendorErrors.Testing.Linting.Rules;

/// <summary>What makes a request safer to send twice than its category or its HTTP method does says why: by a document, or by a note.</summary>
internal static class WeakeningRule
{
    internal const string Id = "weakens-without-source";

    internal static IEnumerable<LintFinding> Of(VendorDefinition definition) =>
        definition.Operations.Where(rule => WeakensSafety(rule) && !IsDocument(rule.Source))
            .Select(rule => new LintFinding(Id, LintSeverity.Error, $"the operation '{rule.Operation}'", $"it makes a write {NameOf(rule.Safety)}, which is sent again after any failure, and names no document; name the one that says so."))
            .Concat(definition.Envelopes.SelectMany(envelope => envelope.Outcomes.Where(rule => WeakensEffect(rule) && rule.Basis == Basis.Observed)
                .Select(rule => new LintFinding(Id, LintSeverity.Warning, $"the envelope '{envelope.Name}', outcome {SnakeCase.Of(rule.Outcome)}", $"it says that nothing was done where {rule.When}, and it was only observed; make sure that the vendor documents it."))));

    internal static IEnumerable<LintFinding> Of(CodeRow row) =>
        WeakensEffect(row) && string.IsNullOrWhiteSpace(row.Note) && !(row.Basis == Basis.Documented && IsDocument(row.Source))
            ? [new LintFinding(Id, LintSeverity.Error, RowLabel.Of(row), $"it says that nothing was done, which {SnakeCase.Of(row.Category!.Value)} leaves open, and is {SnakeCase.Of(row.Basis)} alone; say in its note how that is known.") { Row = row }]
            : [];

    /// <summary>Whether a failed write is sent again because of the row, and not because of its category.</summary>
    internal static bool WeakensEffect(CodeRow row) =>
        row is { Effect: Effect.None, Category: { } category } && category.ToDefaultEffect() != Effect.None && Repetition.IsRetried(category);

    /// <summary>Whether a write is sent again after a failure because of the rule, and not because of its method.</summary>
    internal static bool WeakensSafety(OperationRule rule) =>
        rule.Safety is OperationSafety.Read or OperationSafety.Idempotent && OfMethod(rule.Operation) == OperationSafety.NonIdempotentWrite;

    internal static bool WeakensEffect(OutcomeRule rule) =>
        rule.Outcome == VendorOutcome.Failure && (rule.Category ?? ErrorCategory.VendorUnspecified) is var category
        && rule.Effect == Effect.None && category.ToDefaultEffect() != Effect.None && Repetition.IsRetried(category);

    internal static string NameOf(OperationSafety safety) => safety == OperationSafety.Read ? "a read" : "an idempotent write";

    private static OperationSafety OfMethod(string operation)
    {
        int at = OperationPattern.PathIn(operation);
        return at == 0 ? OperationSafety.NonIdempotentWrite : operation[..(at - 1)].ToUpperInvariant() switch
        {
            "GET" or "HEAD" or "OPTIONS" or "TRACE" => OperationSafety.Read,
            "PUT" or "DELETE" => OperationSafety.Idempotent,
            _ => OperationSafety.NonIdempotentWrite,
        };
    }

    private static bool IsDocument(SourceDocument? source) => source is not null && !string.IsNullOrWhiteSpace(source.Title) && !string.IsNullOrWhiteSpace(source.Address);
}
