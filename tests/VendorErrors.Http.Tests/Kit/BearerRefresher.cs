namespace VendorErrors.Http.Tests.Kit;

/// <summary>A refresher that puts its token on each request itself: <c>name-0</c>, after a refresh <c>name-1</c>.</summary>
internal sealed class BearerRefresher(string name) : ICredentialRefresher, IRequestAuthorizer
{
    public long Version { get; private set; }

    public ValueTask AuthorizeAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = new("Bearer", $"{name}-{Version}");
        return default;
    }

    public ValueTask RefreshAsync(long refusedVersion, CancellationToken cancellationToken)
    {
        Version++;
        return default;
    }
}
