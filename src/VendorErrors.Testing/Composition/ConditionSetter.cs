using VendorErrors.Definitions;

namespace VendorErrors.Testing.Composition;

/// <summary>Puts into a body what a condition asks for.</summary>
internal static class ConditionSetter
{
    /// <summary>False where the body already holds something that contradicts the condition.</summary>
    internal static bool TrySatisfy(Condition condition, MemberTree body) => condition.Kind switch
    {
        ConditionKind.Present => body.Has(condition.Path) || body.Set(condition.Path, "x"),
        ConditionKind.Absent => !body.Has(condition.Path),
        ConditionKind.NotEmpty => body.IsFilled(condition.Path) || body.SetTexts(condition.Path, "x"),
        ConditionKind.Between => body.NumberAt(condition.Path) is { } number
            ? number >= condition.From && number <= condition.To
            : !body.IsFilled(condition.Path) && body.Set(condition.Path, condition.From),
        ConditionKind.IsText => body.TextAt(condition.Path) is { Length: > 0 } text
            ? condition.Texts.Contains(text, StringComparer.OrdinalIgnoreCase)
            : body.Set(condition.Path, condition.Texts[0]),
        ConditionKind.IsTrue => IsOrBecomes(condition.Path, value: true, body),
        ConditionKind.IsFalse => IsOrBecomes(condition.Path, value: false, body),
        ConditionKind.Both => TrySatisfy(condition.Left!, body) && TrySatisfy(condition.Right!, body),
        ConditionKind.Either => TrySatisfy(condition.Left!, body) || TrySatisfy(condition.Right!, body),
        _ => throw new NotSupportedException($"No body can be composed for {condition.Kind}."),
    };

    /// <summary>Whether the condition asks for this very text at the path.</summary>
    internal static bool Names(Condition condition, string path, string text) =>
        condition.Left is not null
            ? Names(condition.Left, path, text) || Names(condition.Right!, path, text)
            : condition.Kind == ConditionKind.IsText && string.Equals(condition.Path, path, StringComparison.Ordinal) && condition.Texts.Contains(text, StringComparer.Ordinal);

    /// <summary>Of several paths the one at which the condition asks for this text, else the first.</summary>
    internal static string PathFor(Condition condition, IReadOnlyList<string> paths, string text) => paths.FirstOrDefault(path => Names(condition, path, text)) ?? paths[0];

    private static bool IsOrBecomes(string path, bool value, MemberTree body) =>
        body.TextAt(path) is { Length: > 0 } text ? string.Equals(text, value ? "true" : "false", StringComparison.OrdinalIgnoreCase) : body.Set(path, value);
}
