using VendorErrors.Definitions;
using VendorErrors.Json;

namespace VendorErrors.Classification.Compiled;

/// <summary>The rows of a vendor, found by code within their number space, and by HTTP status.</summary>
internal sealed class CatalogRows
{
    private readonly Dictionary<string, RowIndex> _spaces = new(StringComparer.Ordinal);
    private readonly RowIndex _statuses;

    public CatalogRows(VendorDefinition definition, PathTree paths)
    {
        var all = new List<CodeRow>();
        var statuses = new List<CodeRow>();
        var spaces = new Dictionary<string, List<CodeRow>>(StringComparer.Ordinal);
        foreach (CodeSection section in definition.Codes)
        {
            all.AddRange(section.Rows);
            if (section.IsHttpStatus)
            {
                statuses.AddRange(section.Rows);
            }
            else if (spaces.TryGetValue(section.Space, out List<CodeRow>? space))
            {
                space.AddRange(section.Rows);
            }
            else
            {
                spaces.Add(section.Space, [.. section.Rows]);
            }
        }

        All = [.. all];
        _statuses = new RowIndex(statuses, paths);
        foreach (KeyValuePair<string, List<CodeRow>> space in spaces)
        {
            _spaces.Add(space.Key, new RowIndex(space.Value, paths));
        }
    }

    /// <summary>Every row, in the order of the definition.</summary>
    public CodeRow[] All { get; }

    /// <summary>The row for a code of the vendor's own.</summary>
    public RowMatch FindCode(Envelope envelope, JsonSlot code, in JsonView holder, int status, in VendorResponse response, in JsonView view) =>
        _spaces.TryGetValue(envelope.Space, out RowIndex? index) ? index.Find(code, holder, status, response, view) : default;

    /// <summary>The vendor's own row for a code that is an HTTP status, where it has one.</summary>
    public RowMatch FindOwnStatus(long code, int status, in VendorResponse response, in JsonView view) => _statuses.Find(code, status, response, view);

    /// <summary>The row for an HTTP status: the vendor's own, or else what the status means everywhere; null for what is no status.</summary>
    public CodeRow? StatusRowOf(int status, in VendorResponse response, in JsonView view) =>
        status == 0 ? null : FindOwnStatus(status, status, response, view).Row ?? StatusTable.Find(status).Row;
}
