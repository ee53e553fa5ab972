using VendorErrors.Http.Cooldowns;

namespace VendorErrors.Http.Accounts;

/// <summary>
/// The cooldown of one account. Clients that obey waits up to the same length share a lane; one that cuts them shorter has a lane of
/// its own, so that what it learns by asking early opens nothing for those that promise to wait. Lanes that no client uses are released.
/// </summary>
internal sealed class AccountCooldown(VendorStates owner, string key)
{
    private readonly object _lock = new();
    private readonly List<WeakReference<CooldownLane>> _lanes = [];

    /// <summary>Canceled when nobody should wait any more.</summary>
    public CancellationToken Stopping => owner.Stopping;

    /// <summary>How many lanes are held, for tests.</summary>
    public int LaneCount
    {
        get
        {
            lock (_lock)
            {
                return _lanes.Count;
            }
        }
    }

    /// <summary>The lane of clients that obey waits up to a length.</summary>
    public CooldownLane LaneOf(TimeSpan limit)
    {
        lock (_lock)
        {
            CooldownLane? found = Living().Find(lane => lane.Limit == limit);
            if (found is not null)
            {
                return found;
            }

            found = new CooldownLane(owner.Time, limit);
            if (owner.LeftOf(key) is { } left)
            {
                found.Close(left, owner.JitterOf(left));
            }

            _lanes.Add(new WeakReference<CooldownLane>(found));
            return found;
        }
    }

    /// <summary>An answer asked to wait.</summary>
    /// <param name="lane">The lane of the client that got it.</param>
    /// <param name="asked">For how long.</param>
    /// <param name="longest">The longest cooldown of that client.</param>
    /// <returns>Whether that is worth telling.</returns>
    public bool Start(CooldownLane lane, TimeSpan asked, TimeSpan longest)
    {
        owner.Remember(key, asked);
        bool isNews = Close(asked, lane);
        owner.Publish(key, asked < longest ? asked : longest);
        return isNews;
    }

    /// <summary>Another process said that the account cools down.</summary>
    public void Hear(TimeSpan asked) => Close(asked, null);

    private bool Close(TimeSpan asked, CooldownLane? own)
    {
        TimeSpan jitter = owner.JitterOf(asked);
        var isNews = false;
        CooldownLane[] lanes;
        lock (_lock)
        {
            lanes = [.. Living()];
        }

        foreach (CooldownLane lane in lanes)
        {
            isNews |= lane.Close(asked, jitter) && ReferenceEquals(lane, own);
        }

        return isNews;
    }

    private List<CooldownLane> Living()
    {
        var living = new List<CooldownLane>(_lanes.Count);
        _lanes.RemoveAll(reference =>
        {
            if (reference.TryGetTarget(out CooldownLane? lane))
            {
                living.Add(lane);
            }

            return lane is null;
        });
        return living;
    }
}
