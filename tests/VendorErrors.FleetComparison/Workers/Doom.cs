using System.Collections.Concurrent;
using VendorErrors.FleetComparison.Plan;

namespace VendorErrors.FleetComparison.Workers;

/// <summary>Which calls of this worker are to be killed, and where. A call that comes there says so and stays there. Safe for use by several threads.</summary>
internal sealed class Doom(Action<string> say)
{
    private readonly ConcurrentDictionary<int, KillWindow> _windows = new();

    public void Add(int call, KillWindow window) => _windows[call] = window;

    /// <summary>Returns at once, unless the call is to be killed here; then never.</summary>
    public Task PassAsync(int call, KillWindow window)
    {
        if (!_windows.TryGetValue(call, out KillWindow known) || known != window)
        {
            return Task.CompletedTask;
        }

        say($"at {call}");
        return Task.Delay(Timeout.Infinite);
    }
}
