using System.Collections.Concurrent;
using System.Diagnostics;

namespace VendorErrors.Http.Tests.Kit;

/// <summary>Keeps every activity of the library that ends, also those of tests that run beside this one.</summary>
internal sealed class SeenActivities : IDisposable
{
    private readonly ConcurrentQueue<Activity> _seen = new();
    private readonly ActivityListener _listener;

    public SeenActivities()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "VendorErrors",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _seen.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>Those of one vendor, by its id.</summary>
    public IEnumerable<Activity> Of(string vendorId) => _seen.Where(activity => activity.DisplayName.Contains(vendorId, StringComparison.Ordinal));

    public void Dispose() => _listener.Dispose();
}
