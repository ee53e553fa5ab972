namespace VendorErrors.Http.Accounts;

/// <summary>
/// A token bucket that keeps retries a small share of the traffic, so that a dead vendor does not get a multiple of the load: each
/// request puts a fraction in, each retry takes one out. Safe for use by several threads.
/// </summary>
internal sealed class RetryBudget
{
    private readonly object _lock = new();
    private double _ratio;
    private double _tokens;
    private double _reserve;

    public RetryBudget(double ratio, int reserve)
    {
        _ratio = ratio;
        _reserve = reserve;
        _tokens = reserve;
    }

    /// <summary>Whether no retry could be taken now.</summary>
    public bool IsExhausted
    {
        get
        {
            lock (_lock)
            {
                return _tokens < 1;
            }
        }
    }

    /// <summary>Takes over changed settings; what was saved up stays, as far as it fits.</summary>
    public void Configure(double ratio, int reserve)
    {
        lock (_lock)
        {
            _tokens = Math.Min(reserve, _tokens + Math.Max(0, reserve - _reserve));
            (_ratio, _reserve) = (ratio, reserve);
        }
    }

    /// <summary>Counts a request.</summary>
    public void Deposit()
    {
        // Full it is nearly always. One who takes something out at this very moment loses this fraction at most.
        if (Volatile.Read(ref _tokens) >= Volatile.Read(ref _reserve))
        {
            return;
        }

        lock (_lock)
        {
            _tokens = Math.Min(_reserve, _tokens + _ratio);
        }
    }

    /// <summary>Takes one retry out; false where none is left.</summary>
    public bool TryWithdraw()
    {
        lock (_lock)
        {
            bool can = _tokens >= 1;
            _tokens -= can ? 1 : 0;
            return can;
        }
    }
}
