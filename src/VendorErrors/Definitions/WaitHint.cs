namespace VendorErrors.Definitions;

/// <summary>
/// A place of the vendor's own where it says how long to wait. It counts for errors of the group <see cref="ErrorGroup.Limit"/> and under
/// HTTP 425 and 429, where there is no <c>Retry-After</c>: on other errors it says when a window ends, and is not about this answer. Immutable.
/// </summary>
public sealed class WaitHint
{
    private WaitHint(WaitSource source, string name, WaitUnit unit)
    {
        Source = source;
        Name = name;
        Unit = unit;
    }

    /// <summary>Header or body member.</summary>
    public WaitSource Source { get; }

    /// <summary>The header's name or the member's path.</summary>
    public string Name { get; }

    /// <summary>The unit of its value.</summary>
    public WaitUnit Unit { get; }

    /// <summary>A response header; a suffixed form of it (<c>Name-short</c>) counts too.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="unit">The unit of its value.</param>
    public static WaitHint Header(string name, WaitUnit unit) => new(WaitSource.VendorHeader, name, unit);

    /// <summary>A member of a JSON body.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="unit">The unit of its value.</param>
    public static WaitHint BodyField(string path, WaitUnit unit) => new(WaitSource.BodyField, path, unit);
}
