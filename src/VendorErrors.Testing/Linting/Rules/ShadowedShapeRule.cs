using VendorErrors.Definitions;

namespace VendorErrors.Testing.Linting.Rules;

/// <summary>Each shape, and each outcome rule in one, has a body that no earlier one takes.</summary>
internal static class ShadowedShapeRule
{
    internal const string Id = "unreachable-shape";

    internal static IEnumerable<LintFinding> Of(VendorDefinition definition) =>
        definition.Envelopes.SelectMany((envelope, index) =>
        {
            string where = $"the envelope '{envelope.Name}'";
            Envelope? taker = definition.Envelopes.Take(index).FirstOrDefault(earlier => PatternCover.Covers(earlier.Operation, envelope.Operation) && ConditionLogic.Implies(envelope.When, earlier.When));
            return Findings(where, envelope.When, taker is null ? null : $"'{taker.Name}' before it takes each of its bodies; put this one first, or make the condition of that one narrower.")
                .Concat(OutcomesOf(envelope, where));
        });

    private static IEnumerable<LintFinding> OutcomesOf(Envelope envelope, string where) =>
        envelope.Outcomes.SelectMany((rule, index) =>
        {
            OutcomeRule? taker = envelope.Outcomes.Take(index).FirstOrDefault(earlier => ConditionLogic.Implies(rule.When, earlier.When));
            return Findings($"{where}, outcome {SnakeCase.Of(rule.Outcome)}", rule.When, taker is null ? null : $"the rule where {taker.When} comes before it and takes each of its bodies; put the narrower rule first.");
        });

    private static IEnumerable<LintFinding> Findings(string where, Condition when, string? taken)
    {
        string? fault = ConditionLogic.IsContradiction(when) ? $"its condition, {when}, never holds." : taken;
        return fault is null ? [] : [new LintFinding(Id, LintSeverity.Error, where, fault)];
    }
}
