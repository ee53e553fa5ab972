using System.Collections.Concurrent;

namespace VendorErrors.Http.Tests.Proof;

/// <summary>A refresher that counts: how often for which version of the token, and whether ever two at the same time.</summary>
internal sealed class WatchedRefresher(Script script, HonestVendor vendor, FlowTime time) : ICredentialRefresher
{
    private int _running;
    private int _count;
    private long _version;

    /// <summary>The present version of the token.</summary>
    public long Version => Volatile.Read(ref _version);

    /// <summary>Versions whose refresh succeeded.</summary>
    public ConcurrentBag<long> Succeeded { get; } = [];

    /// <summary>Versions whose refresh failed, and when.</summary>
    public ConcurrentQueue<(long Version, TimeSpan At)> Failed { get; } = new();

    public ConcurrentBag<string> Faults { get; } = [];

    public async ValueTask RefreshAsync(long refusedVersion, CancellationToken cancellationToken)
    {
        long version = Version;
        if (refusedVersion != version)
        {
            Faults.Add($"refresh of version {refusedVersion}, and the present one is {version}");
        }

        if (Interlocked.Increment(ref _running) > 1)
        {
            Faults.Add("two refreshes at the same time");
        }

        if (!vendor.ExpiredTokens.ContainsKey((int)version))
        {
            Faults.Add($"refresh of version {version}, which no answer called expired");
        }

        RefreshOutcome outcome = script.Refreshes[Math.Min(Interlocked.Increment(ref _count) - 1, script.Refreshes.Count - 1)];
        time.Clock.Advance(TimeSpan.FromMilliseconds(120));
        await Task.Yield();
        Interlocked.Decrement(ref _running);
        if (outcome == RefreshOutcome.Succeeds)
        {
            Succeeded.Add(version);
            Interlocked.Increment(ref _version);
            return;
        }

        Failed.Enqueue((version, time.Clock.Peek()));
        if (outcome != RefreshOutcome.IsRefused)
        {
            throw new InvalidOperationException("the token server is down");
        }
    }
}
