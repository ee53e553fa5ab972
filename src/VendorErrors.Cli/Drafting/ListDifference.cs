namespace VendorErrors.Cli.Drafting;

/// <summary>What a list has that a pack or an older list has not, and the other way around.</summary>
/// <param name="New">Codes that nobody has decided yet.</param>
/// <param name="Gone">Codes that the list has no more.</param>
/// <param name="Renamed">Codes whose names changed.</param>
/// <param name="Covered">Codes that a row of many codes is for.</param>
internal sealed record ListDifference(IReadOnlyList<ListedCode> New, IReadOnlyList<GoneCode> Gone, IReadOnlyList<RenamedCode> Renamed, IReadOnlyList<CoveredCode> Covered)
{
    internal bool IsEmpty => New.Count == 0 && Gone.Count == 0 && Renamed.Count == 0;

    /// <summary>Compares a list. With an older list, only what changed since counts; with a pack too, only where it concerns the pack.</summary>
    /// <param name="list">The list.</param>
    /// <param name="older">An older one.</param>
    /// <param name="pack">What the pack says.</param>
    internal static ListDifference Of(ErrorList list, ErrorList? older, PackCodes? pack)
    {
        List<ListedCode> added = [];
        List<CoveredCode> covered = [];
        foreach (ListedCode code in list.Codes.Where(code => older?.Find(code.Code) is null && pack?.Has(code.Code) != true))
        {
            if (pack?.FamilyOf(code.Code) is { } row)
            {
                covered.Add(new CoveredCode(code, row));
            }
            else
            {
                added.Add(code);
            }
        }

        return older is null
            ? new ListDifference(added, pack is null ? [] : [.. GoneFrom(list, pack)], pack is null ? [] : [.. RenamedSince(list, pack)], covered)
            : new ListDifference(added, [.. GoneFrom(list, older, pack)], [.. RenamedSince(list, older, pack)], covered);
    }

    private static IEnumerable<GoneCode> GoneFrom(ErrorList list, PackCodes pack) =>
        pack.ListedIn(list).Where(row => list.Find(row.Code) is null).DistinctBy(row => row.Code, StringComparer.OrdinalIgnoreCase).Select(row => new GoneCode(row.Code, row.Name));

    private static IEnumerable<GoneCode> GoneFrom(ErrorList list, ErrorList older, PackCodes? pack) =>
        older.Codes.Where(code => list.Find(code.Code) is null && pack?.Has(code.Code) != false).Select(code => new GoneCode(code.Code, code.Name));

    // Where the list has a sentence, the name in the pack is the author's.
    private static IEnumerable<RenamedCode> RenamedSince(ErrorList list, PackCodes pack) =>
        from code in list.Codes
        where code.HasOwnName
        let rows = pack.RowsOf(code.Code).ToArray()
        where rows.Length > 0 && !rows.Any(row => code.Texts.Any(text => NameComparison.IsSameOrPart(row.Name, text)))
        select new RenamedCode(code.Code, rows[0].Name, code.Name);

    private static IEnumerable<RenamedCode> RenamedSince(ErrorList list, ErrorList older, PackCodes? pack) =>
        from code in list.Codes
        let before = older.Find(code.Code)
        where before is not null && pack?.Has(code.Code) != false && !NameComparison.IsSame(before.Name, code.Name)
        select new RenamedCode(code.Code, before.Name, code.Name);
}
