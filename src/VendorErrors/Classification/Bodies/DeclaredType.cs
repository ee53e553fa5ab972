namespace VendorErrors.Classification.Bodies;

/// <summary>What the <c>Content-Type</c> of a response says, which counts only where the bytes leave a choice.</summary>
internal static class DeclaredType
{
    // RFC 7464, and what is in use without a standard: one JSON value a line, or one after another.
    private static readonly string[] s_sequences = ["ndjson", "jsonl", "json-seq", "json-lines", "jsonlines", "stream+json", "json-stream", "ldjson", "json+stream"];

    // What is given to anything, or stands for an answer of the API.
    private static readonly string[] s_generic = ["json", "xml", "javascript", "ecmascript", "octet-stream", "form-urlencoded", "text", "html", "unknown"];

    // Texts that are files.
    private static readonly string[] s_files = ["image/", "audio/", "video/", "font/", "text/csv", "text/tab-separated-values", "text/calendar", "text/vcard"];

    /// <summary>The declared type with its parameters; null where none is stated.</summary>
    internal static string? Of(in VendorResponse response) => response.ContentType ?? ResponseHeaders.Find(response, "Content-Type");

    internal static bool Mentions(string? contentType, string word) =>
        contentType is not null && contentType.Contains(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the body is declared as several JSON values, one after another.</summary>
    internal static bool IsSequence(string? contentType) => MentionsAny(contentType, s_sequences);

    /// <summary>Whether the declared type itself says that this is an error: RFC 9457.</summary>
    internal static bool IsProblem(string? contentType) => Mentions(contentType, "problem+");

    /// <summary>Whether the declared type is that of a file, and of nothing that an API answers with.</summary>
    internal static bool IsFile(string? contentType)
    {
        if (contentType is null)
        {
            return false;
        }

        string type = contentType.Trim();
        foreach (string file in s_files)
        {
            if (type.StartsWith(file, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        int end = type.IndexOf(';');
        return type.StartsWith("application/", StringComparison.OrdinalIgnoreCase) && !MentionsAny(end < 0 ? type : type[..end], s_generic);
    }

    private static bool MentionsAny(string? contentType, string[] words)
    {
        foreach (string word in words)
        {
            if (Mentions(contentType, word))
            {
                return true;
            }
        }

        return false;
    }
}
