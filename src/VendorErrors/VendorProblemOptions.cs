namespace VendorErrors;

/// <summary>What <see cref="VendorError.ToProblemDetails"/> says, and the addresses of its types. Immutable.</summary>
public sealed class VendorProblemOptions
{
    /// <summary>
    /// Default of <see cref="TypeTemplate"/>: <c>/vendor-errors/{vendor}#{anchor}</c>, a path of the application's own, where it may serve
    /// the vendors' pages, and need not.
    /// </summary>
    public const string DefaultTypeTemplate = "/vendor-errors/" + VendorPlace + "#" + AnchorPlace;

    internal const string VendorPlace = "{vendor}";
    internal const string AnchorPlace = "{anchor}";

    internal static VendorProblemOptions Default { get; } = new();

    /// <summary>
    /// The address of a type: <c>{vendor}</c> stands for the vendor's id, <c>{anchor}</c> for the place in its page, such as
    /// <c>code-10004</c>. Name where you publish the pages: <c>https://docs.example.com/vendors/{vendor}.md#{anchor}</c>.
    /// </summary>
    /// <value>Default: <see cref="DefaultTypeTemplate"/>.</value>
    public string TypeTemplate { get; init; } = DefaultTypeTemplate;

    /// <summary>
    /// The request that the caller of the application would send again: where the effect is unknown, a read or an idempotent request may
    /// be.
    /// </summary>
    /// <value>Default: a non-idempotent write, which may not.</value>
    public VendorOperation Operation { get; init; }

    /// <summary>This very occurrence, as a URI reference.</summary>
    /// <value>Default: none.</value>
    public string? Instance { get; init; }

    /// <summary>Whether the vendor's words go along, with phone numbers, addresses and tokens masked, cut after 500 characters.</summary>
    /// <value>Default: no, for a name cannot be distinguished from other words.</value>
    public bool IncludeVendorMessage { get; init; }
}
