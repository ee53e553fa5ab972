namespace VendorErrors.Http.Requests;

/// <summary>What the classification looks at in a request.</summary>
/// <param name="Method">The HTTP method; null where no request is known.</param>
/// <param name="Path">The path without host and query; null where no request is known.</param>
internal readonly record struct VendorRequest(string? Method, string? Path)
{
    public bool IsHead => string.Equals(Method, "HEAD", StringComparison.OrdinalIgnoreCase);

    internal static VendorRequest From(HttpRequestMessage? request) => request is null
        ? default
        : new VendorRequest(request.Method.Method, request.RequestUri is { IsAbsoluteUri: true } uri ? uri.AbsolutePath : request.RequestUri?.OriginalString);
}
