namespace VendorErrors.Http;

/// <summary>One code of a vendor, as configuration reads it.</summary>
public sealed class CodeOverlay
{
    /// <summary>A category's name, <c>RateLimited</c> or <c>rate_limited</c>. Required.</summary>
    public string? Category { get; set; }

    /// <summary>A name for the code. Default: the catalog's, where it has one.</summary>
    public string? Name { get; set; }

    /// <summary>The effect, where the category's default is wrong: <c>None</c>, <c>Unknown</c>, <c>Partial</c>.</summary>
    public string? Effect { get; set; }

    /// <summary>The least wait before a retry, from a millisecond to less than a day. Default: the category's.</summary>
    public TimeSpan? Wait { get; set; }

    /// <summary>The most retries, 1 or more.</summary>
    public int? MaxRetryAttempts { get; set; }

    /// <summary>The number space, where the vendor has several. Default: that of the catalog's row with this code.</summary>
    public string? Space { get; set; }
}
