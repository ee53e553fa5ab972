namespace VendorErrors.Http.Tests.Kit;

/// <summary>A refresher that makes <c>token-1</c>, <c>token-2</c> and so on, or does what the test says.</summary>
internal sealed class FakeRefresher(Func<CancellationToken, ValueTask<bool>>? refresh = null) : ICredentialRefresher
{
    private int _calls;
    private long _version;

    public int Calls => Volatile.Read(ref _calls);

    public long Version => Volatile.Read(ref _version);

    public string Token => $"token-{Version}";

    /// <summary>The versions that it was told were refused.</summary>
    public System.Collections.Concurrent.ConcurrentQueue<long> Refused { get; } = new();

    /// <summary>A newer credential comes from elsewhere.</summary>
    public void Adopt() => Interlocked.Increment(ref _version);

    public async ValueTask RefreshAsync(long refusedVersion, CancellationToken cancellationToken)
    {
        Refused.Enqueue(refusedVersion);
        Interlocked.Increment(ref _calls);
        if (refresh is null || await refresh(cancellationToken))
        {
            Adopt();
        }
    }
}
