namespace VendorErrors.Classification.Bodies;

/// <summary>Whether an answer is declared as a file to keep, rather than as an answer to read.</summary>
internal static class Download
{
    /// <summary>By <c>Content-Disposition: attachment</c> (RFC 6266), or by a media type of files.</summary>
    internal static bool IsDeclared(in VendorResponse response) => IsAttachment(response) || DeclaredType.IsFile(DeclaredType.Of(response));

    internal static bool IsAttachment(in VendorResponse response) =>
        ResponseHeaders.Find(response, "Content-Disposition") is { } disposition && disposition.TrimStart().StartsWith("attachment", StringComparison.OrdinalIgnoreCase);
}
