using VendorErrors.Definitions;

namespace VendorErrors.Classification.Compiled;

/// <summary>
/// A vendor's operations whose HTTP method lies about their safety. Apart from the catalog, because a client asks for it with each request,
/// and most programs never see a failure. Immutable.
/// </summary>
internal sealed class OperationTable(VendorDefinition definition)
{
    private readonly OperationPattern[] _patterns = [.. definition.Operations.Select(rule => new OperationPattern(rule.Operation))];

    private readonly OperationArea[] _keyed = [.. definition.IdempotencyKeyOperations.Select(operation => new OperationArea(operation))];

    /// <summary>What a request is: by the first rule that matches, else by its method.</summary>
    public VendorOperation Find(string? method, string? path, bool hasIdempotencyKey)
    {
        VendorOperation operation = VendorOperation.FromMethod(method, path);
        for (var i = 0; i < _patterns.Length; i++)
        {
            if (_patterns[i].Matches(method, path))
            {
                OperationRule rule = definition.Operations[i];
                operation = new VendorOperation(method, path, rule.Safety, rule.Purpose);
                break;
            }
        }

        return hasIdempotencyKey && definition.IdempotencyKeyHeader is not null && HonorsKey(method, path) && operation.Safety == OperationSafety.NonIdempotentWrite
            ? new VendorOperation(method, path, OperationSafety.IdempotencyKeyed, operation.Purpose)
            : operation;
    }

    /// <summary>Whether an operation honors the key: all do, unless some are named.</summary>
    public bool HonorsKey(string? method, string? path) => _keyed.Length == 0 || Array.Exists(_keyed, area => area.Matches(method, path));
}
