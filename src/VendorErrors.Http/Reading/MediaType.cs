using System.Net.Http.Headers;

namespace VendorErrors.Http.Reading;

/// <summary>Whether a content may hold an error of the vendor, by its media type.</summary>
internal static class MediaType
{
    /// <summary>JSON by name, what sloppy servers call JSON, a page that stands in its place, or nothing stated.</summary>
    internal static bool MayHoldAnError(HttpContent content)
    {
        ReadOnlySpan<char> type = Of(content);
        return type.IsEmpty
            || type.EndsWith("json".AsSpan(), StringComparison.OrdinalIgnoreCase)
            || type.Equals("text/plain".AsSpan(), StringComparison.OrdinalIgnoreCase)
            || type.Equals("text/html".AsSpan(), StringComparison.OrdinalIgnoreCase)
            || type.Equals("text/javascript".AsSpan(), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether the bytes are compressed, so that nobody can look into them without decompressing.</summary>
    internal static bool IsEncoded(HttpContent content) => content.Headers.Contains("Content-Encoding") && content.Headers.ContentEncoding.Any(encoding => !encoding.Equals("identity", StringComparison.OrdinalIgnoreCase));

    /// <summary>The type without its parameters; empty where none is stated, or what is stated is none.</summary>
    private static ReadOnlySpan<char> Of(HttpContent content)
    {
#if NET
        // The text as it came: parsing it would make an object for each response.
        if (!content.Headers.NonValidated.TryGetValues("Content-Type", out HeaderStringValues values))
        {
            return default;
        }

        ReadOnlySpan<char> text = values.ToString();
        if (text.SequenceEqual("application/json"))
        {
            // As nearly all answers state it.
            return text;
        }

        int end = text.IndexOf(';');
        ReadOnlySpan<char> type = (end < 0 ? text : text[..end]).Trim();
        return type.Contains('/') && !type.ContainsAny(' ', ',') ? type : default;
#else
        return (content.Headers.ContentType?.MediaType).AsSpan();
#endif
    }
}
