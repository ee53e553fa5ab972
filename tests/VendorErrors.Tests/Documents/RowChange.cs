using System.Reflection;
using VendorErrors.Definitions;

namespace VendorErrors.Tests.Documents;

/// <summary>A row of the catalog with one fact changed, as a slip of the hand would change it.</summary>
/// <param name="Property">What was changed.</param>
/// <param name="Row">The row after the change.</param>
internal sealed record RowChange(string Property, CodeRow Row)
{
    // Copies everything, what rows will say one day included.
    private static readonly MethodInfo s_copy = typeof(object).GetMethod(nameof(MemberwiseClone), BindingFlags.Instance | BindingFlags.NonPublic)!;

    internal static IEnumerable<RowChange> Of(CodeRow row) => [.. OfMeaning(row), .. OfEffect(row), .. OfRetry(row), .. OfWords(row), .. OfPlace(row), .. OfSection(row)];

    private static IEnumerable<RowChange> OfMeaning(CodeRow row) => row.Category is null
        ? Enum.GetValues<VendorOutcome>().Where(outcome => outcome != row.Outcome).Select(outcome => With(row, nameof(CodeRow.Outcome), outcome))
        : Enum.GetValues<ErrorCategory>().Where(category => category != row.Category).Select(category => With(row, nameof(CodeRow.Category), category));

    private static IEnumerable<RowChange> OfEffect(CodeRow row) =>
        Enum.GetValues<Effect>().Where(effect => effect != row.EffectiveEffect).Select(effect => With(row, nameof(CodeRow.Effect), effect));

    private static IEnumerable<RowChange> OfRetry(CodeRow row)
    {
        yield return With(row, nameof(CodeRow.Wait), (row.Wait ?? TimeSpan.Zero) + TimeSpan.FromSeconds(1));
        yield return With(row, nameof(CodeRow.MaxRetryAttempts), (row.MaxRetryAttempts ?? 0) + 1);
        if (row.Wait is not null)
        {
            yield return With(row, nameof(CodeRow.Wait), value: null);
            yield return With(row, nameof(CodeRow.WaitDoubles), !row.WaitDoubles);
        }

        if (row.MaxRetryAttempts is not null)
        {
            yield return With(row, nameof(CodeRow.MaxRetryAttempts), value: null);
        }
    }

    private static IEnumerable<RowChange> OfWords(CodeRow row)
    {
        var other = new TextRule("elsewhere", ErrorCategory.Gone);
        yield return With(row, nameof(CodeRow.Refinements), new[] { other });
        foreach (TextRule rule in row.Refinements)
        {
            TextRule[] rest = [.. row.Refinements.Where(word => word != rule)];
            yield return With(row, nameof(CodeRow.Refinements), rest);
            yield return With(row, nameof(CodeRow.Refinements), rest.Append(new TextRule(rule.Contains, other.Category)).ToArray());
            yield return With(row, nameof(CodeRow.Refinements), rest.Append(new TextRule(other.Contains, rule.Category)).ToArray());
        }
    }

    private static IEnumerable<RowChange> OfPlace(CodeRow row) =>
    [
        With(row, nameof(CodeRow.Code), row.Code + "0"),
        With(row, nameof(CodeRow.LastCode), row.LastCode + "9"),
        With(row, nameof(CodeRow.Name), row.Name + "?"),
        With(row, nameof(CodeRow.Operation), row.Operation is null ? "POST elsewhere" : null),
        With(row, nameof(CodeRow.OnHttpStatus), row.OnHttpStatus is null ? 418 : null),
        With(row, nameof(CodeRow.When), row.When is null ? Condition.Has("elsewhere") : null),
    ];

    private static IEnumerable<RowChange> OfSection(CodeRow row)
    {
        CodeSection section = row.Section!;
        Basis other = row.Basis == Basis.Inferred ? Basis.Observed : Basis.Inferred;
        return
        [
            With(row, nameof(CodeRow.Section), new CodeSection(section.Source, section.Basis, []) { IsHttpStatus = !section.IsHttpStatus, Space = section.Space }),
            With(row, nameof(CodeRow.Section), new CodeSection(section.Source, section.Basis, []) { Space = section.Space + "x" }),
            With(row, nameof(CodeRow.Section), new CodeSection(section.Source, other, []) { IsHttpStatus = section.IsHttpStatus, Space = section.Space }),
            With(row, nameof(CodeRow.Section), new CodeSection(new SourceDocument("Elsewhere", "elsewhere.example"), section.Basis, []) { IsHttpStatus = section.IsHttpStatus, Space = section.Space }),
        ];
    }

    // Rows have no setters; the fields behind their properties do.
    private static RowChange With(CodeRow row, string property, object? value)
    {
        var changed = (CodeRow)s_copy.Invoke(row, parameters: null)!;
        typeof(CodeRow).GetField($"<{property}>k__BackingField", BindingFlags.Instance | BindingFlags.NonPublic)!.SetValue(changed, value);
        return new RowChange(property, changed);
    }
}
