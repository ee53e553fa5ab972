namespace VendorErrors.Definitions;

/// <summary>One of several products under a vendor's name, whose answers have shapes of their own. Immutable.</summary>
/// <param name="id">A short id of lower-case letters, digits and hyphens, by which an envelope names it.</param>
/// <param name="name">Its name for people.</param>
/// <param name="operations">
/// Where it is: operations, each as <c>[METHOD ][host/]path</c>; one that ends in <c>/**</c> is every one below these segments. A first
/// segment with a dot in it is a host, which counts only where the path of the request has one.
/// </param>
public sealed class VendorProduct(string id, string name, params string[] operations)
{
    /// <summary>The short id.</summary>
    public string Id { get; } = id;

    /// <summary>The name for people.</summary>
    public string Name { get; } = name;

    /// <summary>Where it is.</summary>
    public IReadOnlyList<string> Operations { get; } = operations;
}
