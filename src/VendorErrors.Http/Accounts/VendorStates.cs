using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using VendorErrors.Http.Cooldowns;

namespace VendorErrors.Http.Accounts;

/// <summary>
/// The states of all accounts of all vendors in one container: clients of the same account share one. A state that no client uses is let
/// go of, but for the end of its cooldown, of which so many are kept at most. Safe for use by several threads.
/// </summary>
internal sealed class VendorStates : IDisposable
{
    /// <summary>Of how many accounts that nobody uses now an end is kept.</summary>
    internal const int MaxEnds = 16 * 1024;

    /// <summary>Longer names of accounts are not taken from other processes.</summary>
    internal const int MaxHeardLength = 512;

    /// <summary>The most that this process may begin later than the vendor's time, where others wait for the same time: 1 second.</summary>
    private static readonly TimeSpan s_mostJitter = TimeSpan.FromSeconds(1);

    private const int JitterFraction = 20;
    private const int SweepsAtLeast = 1024;

    private readonly object _lock = new();
    private readonly Dictionary<string, WeakReference<VendorClientState>> _states = new(StringComparer.Ordinal);
    private readonly CooldownEnds _ends;
    private readonly BackplaneLink? _link;
    private readonly Func<double> _random;
    private readonly CancellationTokenSource _stop = new();
    private int _sweepAt = SweepsAtLeast;

    public VendorStates(TimeProvider time, ICooldownBackplane? backplane = null, ILogger? logger = null, Func<double>? random = null)
    {
        Time = time;
        Stopping = _stop.Token;
        _ends = new CooldownEnds(time, MaxEnds);
        _random = random ?? SharedRandom.Next;
        _link = backplane is null ? null : new BackplaneLink(backplane, time, logger ?? NullLogger.Instance, Hear);
    }

    public TimeProvider Time { get; }

    /// <summary>Canceled when the container is disposed: nobody should wait any more.</summary>
    public CancellationToken Stopping { get; }

    /// <summary>How many accounts are held.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _states.Count;
            }
        }
    }

    /// <summary>Of how many accounts an end is kept.</summary>
    public int EndCount => _ends.Count;

    /// <summary>The state of a client's account.</summary>
    public VendorClientState Of(Vendor vendor, VendorErrorOptions options)
    {
        VendorClientState state = Of(vendor, options, options.Account);
        state.Budget.Configure(options.RetryBudgetRatio, options.RetryBudgetReserve);
        return state;
    }

    /// <summary>The state of another account that a client's request is of. It lives as long as somebody uses it; of its cooldown the end is kept beyond that.</summary>
    public VendorClientState Of(Vendor vendor, VendorErrorOptions options, string account)
    {
        VendorClientState? state;
        lock (_lock)
        {
            var key = $"{vendor.Id}:{account}";
            if (!_states.TryGetValue(key, out WeakReference<VendorClientState>? reference) || !reference.TryGetTarget(out state))
            {
                Sweep();
                state = new VendorClientState(options, new AccountCooldown(this, key));
                _states[key] = new WeakReference<VendorClientState>(state);
            }
        }

        return state;
    }

    /// <summary>How much later than the vendor's time this process begins to ask. A process without a backplane needs none: its own requests come one after the other.</summary>
    public TimeSpan JitterOf(TimeSpan wait)
    {
        if (_link is null)
        {
            return TimeSpan.Zero;
        }

        long most = Math.Min(wait.Ticks / JitterFraction, s_mostJitter.Ticks);
        return TimeSpan.FromTicks((long)(most * Math.Min(1, Math.Max(0, _random()))));
    }

    /// <summary>Keeps an end beyond the life of its account's state.</summary>
    public void Remember(string key, TimeSpan length) => _ends.Extend(key, length);

    /// <summary>How long an account still cools down; null for no longer.</summary>
    public TimeSpan? LeftOf(string key) => _ends.LeftOf(key);

    /// <summary>Informs other processes, if there are any.</summary>
    public void Publish(string key, TimeSpan length) => _link?.Publish(key, length);

    /// <summary>Another process says that an account cools down. Accepts any value, and never throws.</summary>
    public void Hear(string? key, TimeSpan remaining)
    {
        if (key is null || key.Length > MaxHeardLength || remaining <= TimeSpan.Zero)
        {
            return;
        }

        // Each client cuts it to its own longest cooldown.
        TimeSpan length = remaining < WaitBounds.Longest ? remaining : WaitBounds.Longest;
        _ends.Extend(key, length);
        VendorClientState? state = null;
        lock (_lock)
        {
            if (_states.TryGetValue(key, out WeakReference<VendorClientState>? reference))
            {
                reference.TryGetTarget(out state);
            }
        }

        state?.Cooldown.Hear(length);
    }

    public void Dispose()
    {
        _stop.Cancel();
        _link?.Dispose();
    }

    // Each time that as many were added as were alive, so that it costs each of them the same.
    private void Sweep()
    {
        if (_states.Count < _sweepAt)
        {
            return;
        }

        foreach (string key in _states.Where(pair => !pair.Value.TryGetTarget(out _)).Select(pair => pair.Key).ToArray())
        {
            _states.Remove(key);
        }

        _sweepAt = Math.Max(SweepsAtLeast, 2 * _states.Count);
    }
}
