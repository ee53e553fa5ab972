namespace VendorErrors.Http.Tests.Proof;

/// <summary>A refresher made of a function.</summary>
internal sealed class FunctionRefresher(Func<CancellationToken, Task<bool>> refresh) : ICredentialRefresher
{
    public async ValueTask<bool> RefreshAsync(CancellationToken cancellationToken) => await refresh(cancellationToken);
}
