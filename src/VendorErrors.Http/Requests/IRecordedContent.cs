namespace VendorErrors.Http.Requests;

/// <summary>Content that replaces the caller's own.</summary>
internal interface IRecordedContent
{
    /// <summary>The caller's content.</summary>
    HttpContent Original { get; }
}
