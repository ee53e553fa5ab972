namespace VendorErrors.FleetComparison.Workers;

/// <summary>A clock that goes right and shows the wrong time, as the clocks of several machines do.</summary>
internal sealed class ShiftedTime(TimeSpan by) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;
}
