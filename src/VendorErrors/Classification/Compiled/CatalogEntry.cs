using VendorErrors.Definitions;
using VendorErrors.Json;

namespace VendorErrors.Classification.Compiled;

/// <summary>A <see cref="CodeRow"/> ready for look-up.</summary>
internal sealed class CatalogEntry
{
    private readonly OperationArea? _operation;
    private readonly CompiledCondition? _when;
    private readonly int? _status;

    /// <param name="row">The row.</param>
    /// <param name="first">Its code as a number, or the first one of its range; 0 where it is no number.</param>
    /// <param name="last">The last code of its range; otherwise <paramref name="first"/>.</param>
    /// <param name="paths">Where the paths of its condition get their slots.</param>
    public CatalogEntry(CodeRow row, long first, long last, PathTree paths)
    {
        Row = row;
        First = Math.Min(first, last);
        Last = Math.Max(first, last);
        _operation = row.Operation is null ? null : new OperationArea(row.Operation);
        _when = row.When is null ? null : new CompiledCondition(row.When, paths);
        _status = row.OnHttpStatus;
        IsCertain = _operation is null && _when is null && _status is null;
    }

    public CodeRow Row { get; }

    public long First { get; }

    public long Last { get; }

    /// <summary>The next row of the same code, in the order of the definition.</summary>
    public CatalogEntry? Next { get; private set; }

    public bool HasOperation => _operation is not null;

    /// <summary>Whether this is the only row of its code, and holds wherever the code occurs.</summary>
    public bool IsCertain { get; private set; }

    /// <summary>Appends another row of the same code to this one.</summary>
    public void Append(CatalogEntry entry)
    {
        IsCertain = false;
        CatalogEntry last = this;
        while (last.Next is not null)
        {
            last = last.Next;
        }

        last.Next = entry;
    }

    /// <summary>
    /// How well the row fits: -1 not at all, and otherwise the more the more specific it is. An operation outranks a condition
    /// on the body, and that outranks an HTTP status.
    /// </summary>
    /// <param name="status">The HTTP status; of an entry of a list that states one its own.</param>
    /// <param name="response">What came back, and of what request.</param>
    /// <param name="view">The values next to the code.</param>
    public int Fit(int status, in VendorResponse response, in JsonView view)
    {
        if ((_operation is not null && !_operation.Matches(response.Method, response.Path))
            || (_when is not null && !_when.Holds(view))
            || (_status is { } own && own != status))
        {
            return -1;
        }

        return (_operation is null ? 0 : 4) + (_when is null ? 0 : 2) + (_status is null ? 0 : 1);
    }
}
