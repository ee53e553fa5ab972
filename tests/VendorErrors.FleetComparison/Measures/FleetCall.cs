using VendorErrors.Comparison.Contestants;
using VendorErrors.Comparison.Traffic;
using VendorErrors.FleetComparison.Plan;
using VendorErrors.FleetComparison.Queue;
using VendorErrors.Testing;

namespace VendorErrors.FleetComparison.Measures;

/// <summary>One message of one contestant: what the worker said of it, and what the vendor really did.</summary>
/// <param name="Job">The message.</param>
/// <param name="State">What became of it.</param>
/// <param name="Requests">The requests as the vendor received them, in order.</param>
internal sealed record FleetCall(FleetJob Job, JobState State, IReadOnlyList<SimulatedRequest> Requests)
{
    public Told Told => State.End?.Told ?? Told.Nothing;

    /// <summary>How many times the vendor did what was asked.</summary>
    public int Executed { get; } = Requests.Count(request => request.IsExecuted);

    public bool IsDone => Executed > 0 && (!Job.IsRead || Told == Told.Success);

    public bool IsCustomerTwice => Job.IsOfCustomer && Executed > 1;

    public bool IsOtherTwice => Executed > 1 && Job.Call.Api.Purpose is CallPurpose.Create or CallPurpose.CheckCode;

    public bool IsFalseSuccess => Told == Told.Success && Executed == 0;

    /// <summary>The vendor would have done it on one of the first attempts, and never did.</summary>
    public bool IsLost => !IsDone && Job.Call.Faults.Take(1 + Contestant.MaxRetryAttempts).Any(fault => Job.IsRead ? fault.Kind == FaultKind.Done : fault.IsExecuted);

    /// <summary>What happened, a line each, for those who look for the cause.</summary>
    public IEnumerable<string> Trace() =>
    [
        $"call {Job.Number}, {Job.Call.Vendor.Id} {Job.Call.Api.Purpose}, executed {Executed} times, {Told}{(Job.IsDeliveredTwice ? ", delivered twice" : string.Empty)}{(Job.LosesAcknowledgement ? ", loses its acknowledgement" : string.Empty)}, {Job.Window}",
        .. State.Log.Select(line => $"    {line}"),
        .. Requests.Select(request => FormattableString.Invariant($"    vendor {request.At:HH:mm:ss.fff} {request}")),
    ];
}
