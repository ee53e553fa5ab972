#if !NET
namespace VendorErrors.Testing;

/// <summary>The overload that .NET has since version 5.</summary>
internal static class HttpContentExtensions
{
    internal static Task<string> ReadAsStringAsync(this HttpContent content, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return content.ReadAsStringAsync();
    }
}
#endif
