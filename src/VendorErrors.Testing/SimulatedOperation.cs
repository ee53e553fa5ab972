namespace VendorErrors.Testing;

/// <summary>An operation of a vendor's API. Immutable.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Operation">Which requests it is, as <c>[METHOD ]tail/of/path</c>, where <c>*</c> stands for any one segment or the rest of one.</param>
public sealed record SimulatedOperation(OperationKind Kind, string Operation)
{
    /// <summary>The HTTP status of a success.</summary>
    /// <value>Default: 200.</value>
    public int Status { get; init; } = 200;

    /// <summary>The body of a success, in which <c>{id}</c> stands for a new id, and <c>{count}</c> for the number of those it is about.</summary>
    /// <value>Default: the vendor's plain success.</value>
    public string? Body { get; init; }
}
