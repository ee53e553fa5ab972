using VendorErrors.Comparison.Contestants;

namespace VendorErrors.Comparison.Traffic;

/// <summary>The whole campaign, made once from a seed, the same for all contestants.</summary>
/// <param name="Calls">The calls in the order of their times.</param>
/// <param name="Outages">When vendors are out of order.</param>
/// <param name="PbxRestarts">When the PBX forgets all tokens.</param>
/// <param name="Length">How long calls come.</param>
internal sealed record TrafficPlan(IReadOnlyList<PlannedCall> Calls, IReadOnlyList<Outage> Outages, IReadOnlyList<TimeSpan> PbxRestarts, TimeSpan Length)
{
    /// <summary>How long a caller is taken to wait for a call: as long as the most patient contestant.</summary>
    internal static TimeSpan Patience { get; } = TimeSpan.FromSeconds(90);

    /// <summary>
    /// Whether the vendor would have done what is asked, on one of as many attempts as every contestant may make, before the caller's
    /// patience was over.
    /// </summary>
    public bool CanSucceed(PlannedCall call) =>
        call.Faults.Take(1 + Contestant.MaxRetryAttempts).Any(fault => call.Api.Purpose == CallPurpose.Read ? fault.Kind == FaultKind.Done : fault.IsExecuted)
        && !Outages.Any(outage => outage.Vendor == call.Vendor && outage.From <= call.At && call.At + Patience <= outage.Until);
}
