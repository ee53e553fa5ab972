namespace VendorErrors.Http.Tests.Proof;

/// <summary>A refresher made of a function.</summary>
internal sealed class FunctionRefresher(Func<CancellationToken, Task<bool>> refresh) : ICredentialRefresher
{
    private long _version;

    public long Version => Volatile.Read(ref _version);

    public async ValueTask RefreshAsync(long refusedVersion, CancellationToken cancellationToken)
    {
        if (await refresh(cancellationToken))
        {
            Interlocked.Increment(ref _version);
        }
    }
}
