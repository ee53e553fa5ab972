using System.Collections.Concurrent;

namespace VendorErrors.Http.Tests.Cooldowns;

/// <summary>A vendor that allows so many requests in each second, takes some time to answer, and counts what it refused.</summary>
internal sealed class RateVendor(FakeTime time, int perSecond, TimeSpan latency, int retryAfter = 1)
{
    private readonly ConcurrentDictionary<long, int> _windows = new();
    private int _refused;

    public int Refused => _refused;

    public FakeVendor Create() => new(time)
    {
        Chooses = _ =>
        {
            if (_windows.AddOrUpdate(time.GetTimestamp() / TimeSpan.TicksPerSecond, 1, (_, count) => count + 1) <= perSecond)
            {
                return Bodies.Ok;
            }

            Interlocked.Increment(ref _refused);
            return Bodies.Busy(retryAfter);
        },
        Gate = () => Task.Delay(latency, time),
    };
}
