namespace VendorErrors.Testing.Simulation;

/// <summary>Counts requests in windows that follow each other.</summary>
internal sealed class RateCounter(DateTimeOffset start)
{
    private RateRule? _rule;
    private long _window = -1;
    private int _count;

    /// <summary>Counts a request; how long until the next window where this one is full, else null.</summary>
    public TimeSpan? Count(RateRule rule, DateTimeOffset now)
    {
        long window = (now - start).Ticks / rule.Window.Ticks;
        if (window != _window || rule != _rule)
        {
            _rule = rule;
            _window = window;
            _count = 0;
        }

        _count++;
        return _count <= rule.Requests ? null : start + TimeSpan.FromTicks((window + 1) * rule.Window.Ticks) - now;
    }
}
