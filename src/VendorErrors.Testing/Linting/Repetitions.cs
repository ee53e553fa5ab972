using VendorErrors.Definitions;
using VendorErrors.Testing.Linting.Rules;

namespace VendorErrors.Testing.Linting;

/// <summary>What a definition makes repeatable: everything because of which a failed write that is not idempotent is sent again. Whoever takes a definition from elsewhere reads this first.</summary>
internal static class Repetitions
{
    /// <summary>All of it: what the definition says against the defaults first, then in the definition's order.</summary>
    internal static IReadOnlyList<Repetition> Of(VendorDefinition definition) =>
    [
        .. OperationsOf(definition).Concat(KeyOf(definition)).Concat(definition.Envelopes.SelectMany(Of)).Concat(definition.Codes.SelectMany(section => section.Rows).SelectMany(Of))
            .OrderBy(found => found.IsWeakened ? 0 : 1),
    ];

    private static IEnumerable<Repetition> OperationsOf(VendorDefinition definition) =>
        definition.Operations.Where(WeakeningRule.WeakensSafety)
            .Select(rule => new Repetition("operation", $"the operation '{rule.Operation}'", $"it counts as {WeakeningRule.NameOf(rule.Safety)}, so it is sent again after any failure that is retried", IsWeakened: true, SourceOf(rule.Source, rule.Basis, note: null)));

    private static IEnumerable<Repetition> KeyOf(VendorDefinition definition) =>
        definition.IdempotencyKeyHeader is { } header
            ? [new Repetition("idempotency_key", $"the header '{header}'", "a write that carries it is sent again with the same key, also where it may have happened", IsWeakened: true, "the definition")]
            : [];

    private static IEnumerable<Repetition> Of(Envelope envelope)
    {
        string where = $"the envelope '{envelope.Name}'";
        if (envelope.Proof is { NotExecuted.Count: > 0 } proof)
        {
            yield return new Repetition("proof", where, $"where {proof.Path} is {string.Join(" or ", proof.NotExecuted)}, nothing was done whatever the code says", IsWeakened: true, "the definition");
        }

        foreach (OutcomeRule rule in envelope.Outcomes.Where(rule => rule.Outcome == VendorOutcome.Failure))
        {
            ErrorCategory category = rule.Category ?? ErrorCategory.VendorUnspecified;
            if (Repetition.IsRetried(category) && (rule.Effect ?? category.ToDefaultEffect()) == Effect.None)
            {
                yield return new Repetition("outcome", where, $"{SnakeCase.Of(category)} without effect where {rule.When}, {Again(category)}", WeakeningRule.WeakensEffect(rule), SnakeCase.Of(rule.Basis));
            }
        }
    }

    private static IEnumerable<Repetition> Of(CodeRow row)
    {
        if (row.Category is { } category && row.EffectiveEffect == Effect.None && Repetition.IsRetried(category))
        {
            yield return new Repetition("row", RowLabel.Of(row), $"{SnakeCase.Of(category)} without effect, {Again(category)}", WeakeningRule.WeakensEffect(row), SourceOf(row.Source, row.Basis, row.Note));
        }

        foreach (TextRule rule in row.Refinements.Where(rule => Repetition.IsRetried(rule.Category) && (row.Effect ?? rule.Category.ToDefaultEffect()) == Effect.None))
        {
            yield return new Repetition("row", RowLabel.Of(row), $"{SnakeCase.Of(rule.Category)} without effect where the message says \"{rule.Contains}\", {Again(rule.Category)}", row.Effect == Effect.None && rule.Category.ToDefaultEffect() != Effect.None, SourceOf(row.Source, row.Basis, row.Note));
        }
    }

    private static string Again(ErrorCategory category) =>
        category == ErrorCategory.QuotaExhausted ? "sent again once the vendor says when the quota resets"
        : category.ToRetryDisposition() == RetryDisposition.AfterCredentialRefresh ? "sent again once after a credential refresh"
        : "sent again after a wait";

    private static string SourceOf(SourceDocument? source, Basis basis, string? note) =>
        $"{(source is null ? "no document" : $"{source.Title}, {source.Address}")}, {SnakeCase.Of(basis)}{(note is null ? null : $": {note}")}";
}
