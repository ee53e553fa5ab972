using VendorErrors.Definitions;
using VendorErrors.Testing.Composition;

namespace VendorErrors.Testing.Linting.Rules;

/// <summary>No code is of two ranges, or of two stars, that mean different things and of which neither is within the other.</summary>
internal static class OverlappingRowsRule
{
    internal const string Id = "overlapping-rows";

    internal static IEnumerable<LintFinding> Of(VendorDefinition definition) =>
        from space in definition.Codes.SelectMany(section => section.Rows).Where(row => row.IsFamily).GroupBy(row => (row.IsHttpStatus, row.Section!.Space))
        from later in space.Select((row, index) => (row, index))
        let earlier = space.Take(later.index).FirstOrDefault(row => IsAtSamePlace(row, later.row) && MeansOtherwise(row, later.row) && Overlap(row, later.row))
        where earlier is not null
        select new LintFinding(Id, LintSeverity.Warning, RowLabel.Of(later.row), $"some of its codes are of {RowLabel.Of(earlier)} too, which means {NameOf(earlier)}, and nothing but the order decides; set bounds that do not overlap.") { Row = later.row };

    // Of two stars the longer wins, so only those of one length leave it to the order.
    private static bool Overlap(CodeRow earlier, CodeRow later) =>
        CodeForm.TryRange(earlier, out CodeRange first) && CodeForm.TryRange(later, out CodeRange second)
            ? first.Overlaps(second) && !first.Covers(second) && !second.Covers(first)
            : earlier.IsPattern && later.IsPattern && CodeForm.LengthOf(earlier) == CodeForm.LengthOf(later) && CodeForm.StarsMeet(earlier.Code, later.Code)
                && !CodeForm.StarCovers(earlier.Code, later.Code) && !CodeForm.StarCovers(later.Code, earlier.Code);

    private static bool IsAtSamePlace(CodeRow earlier, CodeRow later) =>
        earlier.Operation == later.Operation && earlier.OnHttpStatus == later.OnHttpStatus && earlier.When?.ToString() == later.When?.ToString();

    private static bool MeansOtherwise(CodeRow earlier, CodeRow later) =>
        earlier.Category != later.Category || earlier.Outcome != later.Outcome || earlier.EffectiveEffect != later.EffectiveEffect || earlier.Wait != later.Wait;

    private static string NameOf(CodeRow row) => row.Category is { } category ? SnakeCase.Of(category) : SnakeCase.Of(row.Outcome);
}
