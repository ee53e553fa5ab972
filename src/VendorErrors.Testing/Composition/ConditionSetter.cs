using System.Globalization;
using VendorErrors.Definitions;

namespace VendorErrors.Testing.Composition;

/// <summary>Puts into an answer what a condition asks for.</summary>
internal static class ConditionSetter
{
    /// <summary>False where the answer already holds something that contradicts the condition.</summary>
    internal static bool TrySatisfy(Condition condition, Draft draft) => condition.Kind switch
    {
        // A text in the place of a list becomes an entry of it.
        ConditionKind.Present => draft.Has(condition.Source) || draft.Set(condition.Source, draft.TextAt(condition.Source) is { Length: > 0 } text ? text : "x"),
        ConditionKind.Absent => !draft.Has(condition.Source),
        ConditionKind.NotEmpty => draft.IsFilled(condition.Source) ? draft.IsNotEmpty(condition.Source) : draft.CanSee(condition.Source) && draft.SetTexts(condition.Source, "x"),
        ConditionKind.Between => draft.NumberAt(condition.Source) is { } number
            ? number >= condition.From && number <= condition.To
            : !draft.IsFilled(condition.Source) && draft.Set(condition.Source, condition.From),
        ConditionKind.IsText => draft.TextAt(condition.Source) is { Length: > 0 } said
            ? Array.Exists(condition.Texts, known => ConditionTest.IsSame(known, said))
            : draft.Set(condition.Source, condition.Texts[0]),
        ConditionKind.IsTrue => IsOrBecomes(condition.Source, value: true, draft),
        ConditionKind.IsFalse => IsOrBecomes(condition.Source, value: false, draft),
        ConditionKind.Both => TrySatisfy(condition.Left!, draft) && TrySatisfy(condition.Right!, draft),
        ConditionKind.Either => TrySatisfyOne(condition.Left!, condition.Right!, draft),
        ConditionKind.Not => TryRefute(condition.Left!, draft),
        _ => throw new NotSupportedException($"No body can be composed for {condition.Kind}."),
    };

    /// <summary>Whether the condition asks for this very text at the place.</summary>
    internal static bool Names(Condition condition, ValueSource source, string text) => condition.Kind switch
    {
        ConditionKind.Both or ConditionKind.Either => Names(condition.Left!, source, text) || Names(condition.Right!, source, text),
        ConditionKind.IsText => condition.Source == source && condition.Texts.Contains(text, StringComparer.Ordinal),
        _ => false,
    };

    /// <summary>The text that the condition asks for at one of the places, where it asks for any.</summary>
    internal static string? AskedAt(Condition? condition, IReadOnlyList<ValueSource> sources) => condition?.Kind switch
    {
        ConditionKind.Both or ConditionKind.Either => AskedAt(condition.Left, sources) ?? AskedAt(condition.Right, sources),
        ConditionKind.IsText when sources.Contains(condition.Source) => condition.Texts[0],
        ConditionKind.Between when sources.Contains(condition.Source) => condition.From.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>Whether the condition holds only where the value is no number.</summary>
    internal static bool AsksForText(Condition condition, ValueSource source) => condition.Kind switch
    {
        ConditionKind.Both or ConditionKind.Either => AsksForText(condition.Left!, source) || AsksForText(condition.Right!, source),
        ConditionKind.NotEmpty => condition.Source == source,
        _ => false,
    };

    /// <summary>Of several places the one at which the condition asks for this text, else the first that can be seen; null where none can.</summary>
    internal static ValueSource? PlaceFor(Condition? condition, IReadOnlyList<ValueSource> sources, string text, Draft draft)
    {
        ValueSource[] seen = [.. sources.Where(draft.CanSee)];
        return condition is null ? seen.FirstOrDefault() : Array.Find(seen, source => Names(condition, source, text)) ?? seen.FirstOrDefault();
    }

    /// <summary>One that holds already comes first: what is set for the other would be there in vain.</summary>
    private static bool TrySatisfyOne(Condition left, Condition right, Draft draft) =>
        ConditionTest.Holds(left, draft) || ConditionTest.Holds(right, draft)
        || (TrySatisfy(left, draft.Clone()) ? TrySatisfy(left, draft) : TrySatisfy(right, draft));

    private static bool TryRefute(Condition condition, Draft draft) => condition.Kind switch
    {
        ConditionKind.Absent => TrySatisfy(Condition.Has(condition.Source), draft),
        ConditionKind.Both => TrySatisfyOne(Condition.Not(condition.Left!), Condition.Not(condition.Right!), draft),
        ConditionKind.Either => TryRefute(condition.Left!, draft) && TryRefute(condition.Right!, draft),
        ConditionKind.Not => TrySatisfy(condition.Left!, draft),
        _ => !ConditionTest.Holds(condition, draft),
    };

    private static bool IsOrBecomes(ValueSource source, bool value, Draft draft) =>
        draft.TextAt(source) is { Length: > 0 } text ? string.Equals(text, value ? "true" : "false", StringComparison.OrdinalIgnoreCase) : draft.Set(source, value);
}
