using System.Net.Http.Headers;

namespace VendorErrors.Http.Reading;

/// <summary>What the headers of a content say of its bytes. The bytes have the last word: a label may be left on, or mean nothing.</summary>
internal static class MediaType
{
    // RFC 9110, section 8.4.1, and the IANA registry of content codings. Whatever else is stated there (utf-8, none, 8bit) is no coding.
    private static readonly string[] s_codings = ["gzip", "x-gzip", "deflate", "br", "zstd", "compress", "x-compress", "dcb", "dcz", "aes128gcm", "exi", "pack200-gzip"];

    /// <summary>What an answer of an API is called: JSON by name, what sloppy servers call JSON, a page that replaces it, or nothing stated.</summary>
    internal static bool IsOfAnAnswer(string? type) =>
        string.IsNullOrWhiteSpace(type) || Mentions(type, "json") || Mentions(type, "text/plain") || Mentions(type, "html") || Mentions(type, "javascript");

    /// <summary>Whether the bytes are said to be compressed, so that nobody could look into them without decompressing.</summary>
    internal static bool IsEncoded(HttpContent content) => content.Headers.Contains("Content-Encoding") && content.Headers.ContentEncoding.Any(IsCoding);

    /// <summary>The declared type as it came; null where none is stated.</summary>
    internal static string? Of(HttpContent content)
    {
#if NET
        // Parsing it would make an object for each response.
        return content.Headers.NonValidated.TryGetValues("Content-Type", out HeaderStringValues values) ? values.ToString() : null;
#else
        return content.Headers.ContentType?.ToString();
#endif
    }

    private static bool IsCoding(string stated)
    {
        foreach (string coding in s_codings)
        {
            if (stated.Trim().Equals(coding, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Mentions(string? type, string word) => type!.Contains(word, StringComparison.OrdinalIgnoreCase);
}
