namespace VendorErrors.Http.Retries;

/// <summary>Whether the content of a request can be sent again. Decided before the first attempt, while it is still whole.</summary>
internal static class RequestContent
{
    /// <summary>True for no content, and for contents that write the same bytes each time they are sent.</summary>
    internal static bool IsReplayable(HttpContent? content) => content switch
    {
        null or ByteArrayContent => true,
        MultipartContent parts => parts.All(IsReplayable),
#if NET
        ReadOnlyMemoryContent => true,
#endif
        _ => content.GetType().FullName == "System.Net.Http.Json.JsonContent",
    };
}
