using VendorErrors.Definitions;

namespace VendorErrors.Testing.Composition;

/// <summary>Whether an answer in the making meets a condition.</summary>
internal static class ConditionTest
{
    internal static bool Holds(Condition condition, Draft draft) => condition.Kind switch
    {
        ConditionKind.Present => draft.Has(condition.Source),
        ConditionKind.Absent => !draft.Has(condition.Source),
        ConditionKind.NotEmpty => draft.IsNotEmpty(condition.Source),
        ConditionKind.Between => draft.NumberAt(condition.Source) is { } number && number >= condition.From && number <= condition.To,
        ConditionKind.IsText => draft.TextAt(condition.Source) is { } text && Array.Exists(condition.Texts, known => IsSame(known, text)),
        ConditionKind.IsTrue => IsText(condition, draft, "true"),
        ConditionKind.IsFalse => IsText(condition, draft, "false"),
        ConditionKind.Both => Holds(condition.Left!, draft) && Holds(condition.Right!, draft),
        ConditionKind.Either => Holds(condition.Left!, draft) || Holds(condition.Right!, draft),
        ConditionKind.Not => !Holds(condition.Left!, draft),
        _ => throw new NotSupportedException($"No answer can be tested for {condition.Kind}."),
    };

    /// <summary>Whether texts are the same to a condition: case-insensitive, and a space counts as an underscore.</summary>
    internal static bool IsSame(string left, string right) => string.Equals(left.Replace(' ', '_'), right.Replace(' ', '_'), StringComparison.OrdinalIgnoreCase);

    private static bool IsText(Condition condition, Draft draft, string text) => string.Equals(draft.TextAt(condition.Source), text, StringComparison.OrdinalIgnoreCase);
}
