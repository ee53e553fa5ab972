namespace VendorErrors.Http.Tests.Proof;

/// <summary>What happened to one call.</summary>
internal sealed class CallLog(ScriptedCall call, FlowClock clock)
{
    public ScriptedCall Call { get; } = call;

    public FlowClock Clock { get; } = clock;

    public TimeSpan StartedAt { get; } = clock.Peek();

    public int FirstWait { get; } = clock.Waits.Count;

    public List<Attempt> Attempts { get; } = [];

    public IEnumerable<(TimeSpan At, TimeSpan Wait)> Waits => Clock.Waits.Skip(FirstWait);
}
