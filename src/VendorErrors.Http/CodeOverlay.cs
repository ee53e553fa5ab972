namespace VendorErrors.Http;

/// <summary>One code of a vendor, as configuration reads it.</summary>
public sealed class CodeOverlay
{
    /// <summary>A category's name, <c>RateLimited</c> or <c>rate_limited</c>.</summary>
    /// <value>Required.</value>
    public string? Category { get; set; }

    /// <summary>A name for the code.</summary>
    /// <value>Default: the catalog's, where it has one.</value>
    public string? Name { get; set; }

    /// <summary>The effect, where the category's default is wrong: <c>None</c>, <c>Unknown</c>, <c>Partial</c>.</summary>
    /// <value>Default: <see langword="null"/>, that of the category.</value>
    public string? Effect { get; set; }

    /// <summary>The least wait before a retry, from a millisecond to less than a day.</summary>
    /// <value>Default: the category's.</value>
    public TimeSpan? Wait { get; set; }

    /// <summary>The most retries, 1 or more.</summary>
    /// <value>Range: 1 or more. Default: <see langword="null"/>, that of the category.</value>
    public int? MaxRetryAttempts { get; set; }

    /// <summary>The number space, where the vendor has several.</summary>
    /// <value>Default: that of the catalog's row with this code.</value>
    public string? Space { get; set; }
}
