using VendorErrors.Envelopes;

namespace VendorErrors.Tests.Conventions;

/// <summary>Puts into a body what a condition asks for.</summary>
internal static class ConditionSetter
{
    /// <summary>False where the body already holds something that contradicts the condition.</summary>
    internal static bool TrySatisfy(Condition condition, MemberTree body) => condition.Kind switch
    {
        ConditionKind.Present => body.Has(condition.Path) || body.Set(condition.Path, "x"),
        ConditionKind.Absent => !body.Has(condition.Path),
        ConditionKind.NotEmpty => body.Has(condition.Path) || body.SetList(condition.Path, new MemberTree()),
        ConditionKind.Between => body.NumberAt(condition.Path) is { } number
            ? number >= condition.From && number <= condition.To
            : !body.Has(condition.Path) && body.Set(condition.Path, condition.From),
        ConditionKind.IsText => body.TextAt(condition.Path) is { } text
            ? condition.Texts.Contains(text, StringComparer.OrdinalIgnoreCase)
            : !body.Has(condition.Path) && body.Set(condition.Path, condition.Texts[0]),
        ConditionKind.IsTrue => !body.Has(condition.Path) && body.Set(condition.Path, value: true),
        ConditionKind.IsFalse => !body.Has(condition.Path) && body.Set(condition.Path, value: false),
        ConditionKind.Both => TrySatisfy(condition.Left!, body) && TrySatisfy(condition.Right!, body),
        ConditionKind.Either => TrySatisfy(condition.Left!, body) || TrySatisfy(condition.Right!, body),
        _ => throw new NotSupportedException($"No body can be composed for {condition.Kind}."),
    };
}
