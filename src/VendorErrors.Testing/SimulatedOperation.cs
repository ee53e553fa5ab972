namespace VendorErrors.Testing;

/// <summary>An operation of a vendor's API. Immutable.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Operation">Which requests it is, as <c>[METHOD ]tail/of/path</c>, where <c>*</c> stands for any one segment or the rest of one.</param>
public sealed record SimulatedOperation(OperationKind Kind, string Operation)
{
    /// <summary>The HTTP status of a success. Default: 200.</summary>
    public int Status { get; init; } = 200;

    /// <summary>The body of a success, in which <c>{id}</c> stands for a new id, and <c>{count}</c> for the number of those it is about. Default: the vendor's plain success.</summary>
    public string? Body { get; init; }
}
