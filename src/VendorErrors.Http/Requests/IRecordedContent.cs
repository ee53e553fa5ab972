namespace VendorErrors.Http.Requests;

/// <summary>A content that stands in for the caller's own.</summary>
internal interface IRecordedContent
{
    /// <summary>The caller's content.</summary>
    HttpContent Original { get; }
}
