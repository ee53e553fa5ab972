using VendorErrors.Classification.Compiled;
using VendorErrors.Definitions;
using VendorErrors.Testing.Composition;

namespace VendorErrors.Testing.Linting.Rules;

/// <summary>Each row has an answer that no other row takes first.</summary>
internal static class ShadowedRowRule
{
    internal const string Id = "unreachable-row";

    internal static IEnumerable<LintFinding> Of(VendorDefinition definition)
    {
        foreach (IGrouping<(bool, string), CodeRow> space in definition.Codes.SelectMany(section => section.Rows).GroupBy(row => (row.IsHttpStatus, row.Section!.Space)))
        {
            CodeRow[] rows = [.. space];
            for (var i = 0; i < rows.Length; i++)
            {
                if (FaultOf(definition, rows, i) is { } fault)
                {
                    yield return new LintFinding(Id, LintSeverity.Error, RowLabel.Of(rows[i]), fault) { Row = rows[i] };
                }
            }
        }
    }

    private static string? FaultOf(VendorDefinition definition, CodeRow[] rows, int index)
    {
        CodeRow row = rows[index];
        CodeRow? taker = rows.Take(index).FirstOrDefault(earlier => row.IsFamily ? ShadowsFamily(earlier, row) : Shadows(earlier, row));
        return !row.IsHttpStatus && !definition.Envelopes.Any(envelope => DrawsFrom(envelope, row.Section!.Space)) ? $"no envelope reads its code from {(row.Section!.Space is { Length: > 0 } space ? $"the space '{space}'" : "this space")}; give one the space, or a path of its code."
            : taker is not null ? $"{RowLabel.Of(taker)} before it takes each of its answers; put the more specific row first, or remove one of them."
            : row.When is { } when && ConditionLogic.IsContradiction(when) ? $"its condition, {when}, never holds."
            : row.LastCode is not null && IsFilled(rows, row) ? "each code of the range has a row of its own; remove the range."
            : null;
    }

    private static bool DrawsFrom(Envelope envelope, string space) =>
        envelope.CodeMeaning != CodeMeaning.HttpStatus && string.Equals(envelope.Space, space, StringComparison.Ordinal) && (envelope.Code.Count > 0 || envelope.Items is { Code.Count: > 0 });

    // Of two rows of one code the one with the more specific kind of condition wins, and the earlier of two alike.
    private static bool Shadows(CodeRow earlier, CodeRow row) =>
        !earlier.IsFamily && IsSameCode(earlier.Code, row.Code) && !IsDuplicate(earlier, row)
        && IsAsSpecific(earlier, row)
        && HoldsWherever(earlier, row);

    // Ranges of numbers are tried in their order, however specific they are; of words the most specific that fits wins, as of two rows of one code.
    private static bool ShadowsFamily(CodeRow earlier, CodeRow row) =>
        !IsDuplicate(earlier, row) && HoldsWherever(earlier, row)
        && (CodeForm.TryRange(earlier, out CodeRange wider) && CodeForm.TryRange(row, out CodeRange range)
            ? wider.Covers(range) && (wider.Prefix.Length == 0 || IsAsSpecific(earlier, row))
            : earlier.IsPattern && row.IsPattern && string.Equals(earlier.Code, row.Code, StringComparison.OrdinalIgnoreCase) && IsAsSpecific(earlier, row));

    private static bool IsAsSpecific(CodeRow earlier, CodeRow row) =>
        (earlier.Operation is null) == (row.Operation is null) && (earlier.When is null) == (row.When is null) && (earlier.OnHttpStatus is null) == (row.OnHttpStatus is null);

    private static bool HoldsWherever(CodeRow earlier, CodeRow row) =>
        PatternCover.Covers(earlier.Operation, row.Operation)
        && (earlier.OnHttpStatus is null || earlier.OnHttpStatus == row.OnHttpStatus)
        && (earlier.When is null || (row.When is not null && ConditionLogic.Implies(row.When, earlier.When)));

    // Those are reported by name.
    private static bool IsDuplicate(CodeRow earlier, CodeRow row) =>
        string.Equals(earlier.Code, row.Code, StringComparison.OrdinalIgnoreCase) && earlier.LastCode == row.LastCode
        && earlier.Operation == row.Operation && earlier.OnHttpStatus == row.OnHttpStatus && earlier.When?.ToString() == row.When?.ToString();

    private static bool IsSameCode(string left, string right) =>
        RowIndex.TryParse(left, out long leftNumber) && RowIndex.TryParse(right, out long rightNumber)
            ? leftNumber == rightNumber
            : string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private static bool IsFilled(CodeRow[] rows, CodeRow range)
    {
        if (!CodeForm.TryRange(range, out CodeRange codes))
        {
            return false;
        }

        int certain = rows.Where(row => row is { IsFamily: false, Operation: null, OnHttpStatus: null, When: null })
            .Select(codes.NumberOf).Where(number => number is not null).Distinct().Count();
        return certain == (decimal)codes.Greatest - codes.Least + 1;
    }
}
