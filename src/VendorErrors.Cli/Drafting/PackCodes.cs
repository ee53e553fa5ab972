using VendorErrors.Definitions;
using VendorErrors.Testing.Composition;

namespace VendorErrors.Cli.Drafting;

/// <summary>What a pack already says of codes.</summary>
internal sealed class PackCodes
{
    private readonly ILookup<string, CodeRow> _rows;
    private readonly CodeRow[] _families;
    private readonly IReadOnlyCollection<SourceDocument> _documents;

    /// <param name="vendor">The vendor.</param>
    /// <param name="documents">The documents whose rows a list should have. Rows of shapes, which other vendors share, are in none of a pack's own.</param>
    internal PackCodes(Vendor vendor, IReadOnlyCollection<SourceDocument> documents)
    {
        CodeRow[] rows = [.. vendor.Codes];
        _rows = rows.Where(row => row is { IsFamily: false, IsHttpStatus: false }).ToLookup(row => row.Code, StringComparer.OrdinalIgnoreCase);

        // A star alone is what a code without a decision falls back to.
        _families = [.. rows.Where(row => (row.IsFamily || row.IsHttpStatus) && !row.IsAnyCode)];
        _documents = documents;
    }

    /// <summary>The rows of one code in the documents.</summary>
    internal IEnumerable<CodeRow> RowsOf(string code) => _rows[code].Where(row => _documents.Contains(row.Source!));

    /// <summary>The rows of errors that a list should have. A document's space of which it has no code at all is not from this list.</summary>
    internal IEnumerable<CodeRow> ListedIn(ErrorList list) =>
        _rows.SelectMany(code => RowsOf(code.Key))
            .GroupBy(row => (row.Source, row.Section!.Space))
            .Where(space => space.Any(row => list.Find(row.Code) is not null))
            .SelectMany(space => space)
            .Where(row => row.Category is not null);

    internal bool Has(string code) => _rows.Contains(code);

    /// <summary>The row of a range, a family or an HTTP status that takes a code; null where none does.</summary>
    internal CodeRow? FamilyOf(string code) => Array.Find(_families, row => CodeForm.Takes(row, code));
}
