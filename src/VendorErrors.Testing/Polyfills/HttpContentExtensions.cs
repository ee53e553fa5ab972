#if !NET
namespace VendorErrors.Testing;

/// <summary>The overload that .NET has since version 5.</summary>
internal static class HttpContentExtensions
{
    internal static Task CopyToAsync(this HttpContent content, Stream stream, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return content.CopyToAsync(stream);
    }
}
#endif
