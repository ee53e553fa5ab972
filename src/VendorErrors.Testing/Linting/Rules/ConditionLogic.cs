using VendorErrors.Definitions;
using VendorErrors.Testing.Composition;

namespace VendorErrors.Testing.Linting.Rules;

/// <summary>What follows from a condition on an answer. Cautious: what it does not see, it does not claim.</summary>
internal static class ConditionLogic
{
    /// <summary>Whether the second condition holds wherever the first does.</summary>
    internal static bool Implies(Condition first, Condition second) => ImpliesPlain(Plain(first), Plain(second));

    /// <summary>Whether no answer can meet the condition.</summary>
    internal static bool IsContradiction(Condition condition) => IsPlainContradiction(Plain(condition));

    /// <summary>Whether the condition looks at a header, which counts in failures alone, in each of the ways to meet it.</summary>
    internal static bool NeedsHeader(Condition condition) => Plain(condition) is var plain && plain.Kind switch
    {
        ConditionKind.Both => NeedsHeader(plain.Left!) || NeedsHeader(plain.Right!),
        ConditionKind.Either => NeedsHeader(plain.Left!) && NeedsHeader(plain.Right!),
        ConditionKind.Absent or ConditionKind.Not => false,
        _ => plain.Source.Header is not null,
    };

    /// <summary>The same with each "not" at a single test that has no opposite of its own.</summary>
    private static Condition Plain(Condition condition) => condition.Kind switch
    {
        ConditionKind.Both => Plain(condition.Left!).And(Plain(condition.Right!)),
        ConditionKind.Either => Plain(condition.Left!).Or(Plain(condition.Right!)),
        ConditionKind.Not => Opposite(condition.Left!),
        _ => condition,
    };

    private static Condition Opposite(Condition condition) => condition.Kind switch
    {
        ConditionKind.Present => Condition.Lacks(condition.Source),
        ConditionKind.Absent => Condition.Has(condition.Source),
        ConditionKind.Both => Opposite(condition.Left!).Or(Opposite(condition.Right!)),
        ConditionKind.Either => Opposite(condition.Left!).And(Opposite(condition.Right!)),
        ConditionKind.Not => Plain(condition.Left!),
        _ => Condition.Not(condition),
    };

    private static bool ImpliesPlain(Condition first, Condition second) => (first.Kind, second.Kind) switch
    {
        (ConditionKind.Either, _) => ImpliesPlain(first.Left!, second) && ImpliesPlain(first.Right!, second),
        (_, ConditionKind.Both) => ImpliesPlain(first, second.Left!) && ImpliesPlain(first, second.Right!),
        (_, ConditionKind.Either) when ImpliesPlain(first, second.Left!) || ImpliesPlain(first, second.Right!) => true,
        (ConditionKind.Both, _) => ImpliesPlain(first.Left!, second) || ImpliesPlain(first.Right!, second),
        (ConditionKind.Not, ConditionKind.Not) => ImpliesPlain(second.Left!, first.Left!),
        (_, ConditionKind.Not) => Excludes(first, second.Left!),
        (ConditionKind.Not, _) => false,
        _ => IsSamePlace(first, second) && ImpliesByKind(first, second),
    };

    private static bool IsPlainContradiction(Condition condition) => condition.Kind switch
    {
        ConditionKind.Either => IsPlainContradiction(condition.Left!) && IsPlainContradiction(condition.Right!),
        ConditionKind.Between => condition.From > condition.To,
        ConditionKind.Both => IsPlainContradiction(condition.Left!) || IsPlainContradiction(condition.Right!) || PartsContradict([.. PartsOf(condition)]),
        _ => false,
    };

    private static bool PartsContradict(Condition[] parts) =>
        parts.Any(part => part.Kind == ConditionKind.Not
            ? parts.Any(other => ImpliesPlain(other, part.Left!))
            : part.Kind != ConditionKind.Either && parts.Any(other => other.Kind is not (ConditionKind.Either or ConditionKind.Not) && Excludes(part, other)));

    private static IEnumerable<Condition> PartsOf(Condition condition) =>
        condition.Kind == ConditionKind.Both ? PartsOf(condition.Left!).Concat(PartsOf(condition.Right!)) : [condition];

    /// <summary>Whether two single tests never hold together.</summary>
    private static bool Excludes(Condition first, Condition second) => IsSamePlace(first, second) && (first.Kind, second.Kind) switch
    {
        (ConditionKind.Absent, ConditionKind.Absent) => false,
        (ConditionKind.Absent, _) or (_, ConditionKind.Absent) => first.Kind is not (ConditionKind.Both or ConditionKind.Either or ConditionKind.Not),
        (ConditionKind.Between, ConditionKind.Between) => first.From > second.To || second.From > first.To,
        (ConditionKind.IsText, ConditionKind.IsText) => !first.Texts.Any(text => HasText(second, text)),
        (ConditionKind.IsTrue, ConditionKind.IsFalse) or (ConditionKind.IsFalse, ConditionKind.IsTrue) => true,
        _ => false,
    };

    private static bool ImpliesByKind(Condition first, Condition second) => (first.Kind, second.Kind) switch
    {
        (ConditionKind.Absent, ConditionKind.Absent) => true,
        (ConditionKind.Absent, _) => false,
        (_, ConditionKind.Present) => true,
        (ConditionKind.Between, ConditionKind.Between) => first.From >= second.From && first.To <= second.To,
        (ConditionKind.IsText, ConditionKind.IsText) => first.Texts.All(text => HasText(second, text)),
        (ConditionKind.IsText, ConditionKind.NotEmpty) => first.Texts.All(text => text.Length > 0),
        _ => first.Kind == second.Kind,
    };

    private static bool HasText(Condition condition, string text) => condition.Texts.Any(known => ConditionTest.IsSame(known, text));

    // As it is written: names compare without case.
    private static bool IsSamePlace(Condition first, Condition second) => string.Equals(first.Source.ToString(), second.Source.ToString(), StringComparison.OrdinalIgnoreCase);
}
