using VendorErrors.Envelopes;
using VendorErrors.Envelopes.Json;

namespace VendorErrors.Rules;

/// <summary>A <see cref="CodeRow"/> ready for look-up.</summary>
internal sealed class CatalogEntry(CodeRow row, PathTree paths)
{
    private readonly OperationPattern? _operation = row.Operation is null ? null : new OperationPattern(row.Operation);
    private readonly CompiledCondition? _when = row.When is null ? null : new CompiledCondition(row.When, paths);

    public CodeRow Row { get; } = row;

    public bool HasOperation => _operation is not null;

    public bool HasCondition => _when is not null;

    /// <summary>
    /// How well the row fits: -1 not at all, and otherwise the more the more particular it is. An operation outranks a condition
    /// on the body, and that outranks an HTTP status.
    /// </summary>
    public int Fit(in RowContext context)
    {
        if ((_operation is not null && !_operation.Matches(context.Method, context.Path))
            || (_when is not null && !_when.Holds(context.View))
            || (Row.OnHttpStatus is { } status && status != context.Status))
        {
            return -1;
        }

        return (_operation is null ? 0 : 4) + (_when is null ? 0 : 2) + (Row.OnHttpStatus is null ? 0 : 1);
    }
}
