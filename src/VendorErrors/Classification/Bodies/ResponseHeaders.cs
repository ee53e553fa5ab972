namespace VendorErrors.Classification.Bodies;

/// <summary>Look-ups among response headers, whose names have no case.</summary>
internal static class ResponseHeaders
{
    /// <summary>RFC 9110, section 10.2.3.</summary>
    internal const string RetryAfter = "Retry-After";

    /// <summary>The first value of a header; null where it is not there.</summary>
    internal static string? Find(in VendorResponse response, string name) => Find(response.Headers, name);

    /// <summary>The first value of a header; null where it is not there.</summary>
    internal static string? Find(IEnumerable<KeyValuePair<string, IEnumerable<string>>>? headers, string name)
    {
        foreach (KeyValuePair<string, IEnumerable<string>> header in headers ?? [])
        {
            if (string.Equals(header.Key, name, StringComparison.OrdinalIgnoreCase))
            {
                return header.Value?.FirstOrDefault();
            }
        }

        return null;
    }

    /// <summary>Whether a header's name is this one, or a suffixed form of it such as <c>Retry-After-short</c>.</summary>
    internal static bool IsNameOrSuffixed(string? header, string name) =>
        header is not null && header.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (header.Length == name.Length || header[name.Length] == '-');
}
