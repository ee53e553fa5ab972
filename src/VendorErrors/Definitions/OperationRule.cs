namespace VendorErrors.Definitions;

/// <summary>An operation whose HTTP method lies about its safety. Immutable.</summary>
/// <param name="operation">The operation, as <c>[METHOD ]tail/of/path</c>.</param>
/// <param name="safety">How safe it is to send twice.</param>
public sealed class OperationRule(string operation, OperationSafety safety)
{
    /// <summary>The operation, as <c>[METHOD ]tail/of/path</c>, where <c>*</c> stands for any one segment or any part of one.</summary>
    public string Operation { get; } = operation;

    /// <summary>How safe it is to send twice.</summary>
    public OperationSafety Safety { get; } = safety;

    /// <summary>Whether it creates or deletes.</summary>
    /// <value>Default: neither.</value>
    public OperationPurpose Purpose { get; init; }

    /// <summary>The document that says so.</summary>
    /// <value>Default: <see langword="null"/>, not named.</value>
    public SourceDocument? Source { get; init; }

    /// <summary>How it is known.</summary>
    /// <value>Default: the vendor documents it.</value>
    public Basis Basis { get; init; }
}
