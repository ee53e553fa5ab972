namespace VendorErrors.Http.Reading;

/// <summary>Whether a content may hold an error of the vendor, by its media type.</summary>
internal static class MediaType
{
    /// <summary>JSON by name, what sloppy servers call JSON, a page that stands in its place, or nothing stated.</summary>
    internal static bool MayHoldAnError(HttpContent content)
    {
        string? type = content.Headers.ContentType?.MediaType;
        return type is null
            || type.EndsWith("json", StringComparison.OrdinalIgnoreCase)
            || type.Equals("text/plain", StringComparison.OrdinalIgnoreCase)
            || type.Equals("text/html", StringComparison.OrdinalIgnoreCase)
            || type.Equals("text/javascript", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether the bytes are compressed, so that nobody can look into them without decompressing.</summary>
    internal static bool IsEncoded(HttpContent content) => content.Headers.ContentEncoding.Any(encoding => !encoding.Equals("identity", StringComparison.OrdinalIgnoreCase));
}
