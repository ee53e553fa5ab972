namespace VendorErrors.Http.Retries;

/// <summary>
/// A token bucket that keeps retries a small share of the traffic, so that a dead vendor does not get a multiple of the load: each
/// request puts a fraction in, each retry takes one out. Safe for use by several threads.
/// </summary>
internal sealed class RetryBudget(double ratio, int reserve)
{
    private readonly object _lock = new();
    private double _tokens = reserve;

    /// <summary>Counts a request.</summary>
    public void Deposit()
    {
        lock (_lock)
        {
            _tokens = Math.Min(reserve, _tokens + ratio);
        }
    }

    /// <summary>Whether a retry could be taken now.</summary>
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

    /// <summary>Takes one retry out; false where none is left.</summary>
    public bool TryWithdraw()
    {
        lock (_lock)
        {
            if (_tokens < 1)
            {
                return false;
            }

            _tokens--;
            return true;
        }
    }
}
