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
            Envelope? taker = definition.Envelopes.Take(index).FirstOrDefault(earlier => ProductCover.Covers(definition, earlier, envelope) && ConditionLogic.Implies(envelope.When, earlier.When));
            return Findings(where, envelope.When, ProductCover.FaultOf(definition, envelope)
                    ?? (taker is null ? FaultOf(envelope) : $"'{taker.Name}' before it takes each of its bodies; put this one first, or make the condition of that one narrower."))
                .Concat(ItemsOf(envelope.Items, where))
                .Concat(PlacesOf(envelope, where))
                .Concat(OutcomesOf(envelope, where));
        });

    private static string? FaultOf(Envelope envelope) =>
        envelope is { OnlyOnFailure: true, FailureStatus: >= 200 and < 300 } ? $"it is looked for on failure alone, and its failures come with HTTP {envelope.FailureStatus}; correct one of them." : null;

    private static IEnumerable<LintFinding> ItemsOf(ItemShape? items, string where)
    {
        if (items?.Failed is not { } failed)
        {
            return [];
        }

        return Findings($"{where}, failed entries", failed, taken: null)
            .Concat(items.Worked is { } worked
                ? Findings($"{where}, entries that worked", worked, ConditionLogic.Implies(worked, failed) ? $"each entry where {worked} failed too, because {failed}; correct one of the conditions." : null)
                : []);
    }

    private static IEnumerable<LintFinding> PlacesOf(Envelope envelope, string where) =>
        envelope.Code.Concat(envelope.InnerCode).Concat(envelope.Message).Concat(envelope.CorrelationId).Concat(envelope.Items?.Code ?? []).Concat(envelope.Items?.Message ?? [])
            .Where(source => source.Where is not null).SelectMany(source => Findings($"{where}, {source.List}", source.Where!, taken: null));

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
