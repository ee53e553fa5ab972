namespace VendorErrors.Definitions;

/// <summary>
/// Where a vendor's envelope is required: a 2xx of these operations whose body has none of the vendor's envelopes is a
/// <see cref="ErrorCategory.ProtocolViolation"/> of unknown effect, because something else than the vendor answered. Excepted are HEAD,
/// 204, 205, a declared download, and bytes that are neither JSON, markup nor text. Immutable.
/// </summary>
/// <param name="operations">
/// The operations, each as <c>[METHOD ]tail/of/path</c>, where <c>*</c> stands for any one segment or any part of one; an operation
/// that ends in <c>/**</c> is every one below these segments, wherever they are in a path, as in <c>openapi/**</c>.
/// </param>
public sealed class RequiredEnvelope(params string[] operations)
{
    /// <summary>The operations, each as <c>[METHOD ]tail/of/path</c> or, for everything below some segments, with <c>/**</c> at its end.</summary>
    public IReadOnlyList<string> Operations { get; } = operations;

    /// <summary>Operations among these whose success has no envelope, written alike.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<string> Except { get; init; } = [];

    /// <summary>Whether the envelope is required too where the operation is not known, as of an answer that somebody pasted.</summary>
    /// <value>Default: it is not.</value>
    public bool Always { get; init; }
}
