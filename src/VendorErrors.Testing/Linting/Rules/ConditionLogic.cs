using VendorErrors.Definitions;

namespace VendorErrors.Testing.Linting.Rules;

/// <summary>What follows from a condition on a body. Cautious: what it does not see, it does not claim.</summary>
internal static class ConditionLogic
{
    /// <summary>Whether the second condition holds wherever the first does.</summary>
    internal static bool Implies(Condition first, Condition second) => (first.Kind, second.Kind) switch
    {
        (ConditionKind.Either, _) => Implies(first.Left!, second) && Implies(first.Right!, second),
        (_, ConditionKind.Both) => Implies(first, second.Left!) && Implies(first, second.Right!),
        (_, ConditionKind.Either) when Implies(first, second.Left!) || Implies(first, second.Right!) => true,
        (ConditionKind.Both, _) => Implies(first.Left!, second) || Implies(first.Right!, second),
        _ => IsSamePath(first, second) && ImpliesByKind(first, second),
    };

    /// <summary>Whether no body can meet the condition.</summary>
    internal static bool IsContradiction(Condition condition) => condition.Kind switch
    {
        ConditionKind.Either => IsContradiction(condition.Left!) && IsContradiction(condition.Right!),
        ConditionKind.Between => condition.From > condition.To,
        ConditionKind.Both => IsContradiction(condition.Left!) || IsContradiction(condition.Right!) || PartsContradict([.. PartsOf(condition)]),
        _ => false,
    };

    private static bool PartsContradict(Condition[] parts) =>
        parts.Any(absent => absent.Kind == ConditionKind.Absent && parts.Any(part => part.Kind is not (ConditionKind.Absent or ConditionKind.Either) && IsSamePath(part, absent)));

    private static IEnumerable<Condition> PartsOf(Condition condition) =>
        condition.Kind == ConditionKind.Both ? PartsOf(condition.Left!).Concat(PartsOf(condition.Right!)) : [condition];

    private static bool ImpliesByKind(Condition first, Condition second) => (first.Kind, second.Kind) switch
    {
        (ConditionKind.Absent, ConditionKind.Absent) => true,
        (ConditionKind.Absent, _) => false,
        (_, ConditionKind.Present) => true,
        (ConditionKind.Between, ConditionKind.Between) => first.From >= second.From && first.To <= second.To,
        (ConditionKind.IsText, ConditionKind.IsText) => first.Texts.All(text => second.Texts.Contains(text, StringComparer.OrdinalIgnoreCase)),
        (ConditionKind.IsText, ConditionKind.NotEmpty) => first.Texts.All(text => text.Length > 0),
        _ => first.Kind == second.Kind,
    };

    private static bool IsSamePath(Condition first, Condition second) => string.Equals(first.Path, second.Path, StringComparison.OrdinalIgnoreCase);
}
