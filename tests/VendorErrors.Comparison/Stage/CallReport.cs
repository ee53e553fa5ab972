using VendorErrors.Comparison.Contestants;
using VendorErrors.Comparison.Traffic;
using VendorErrors.Testing;

namespace VendorErrors.Comparison.Stage;

/// <summary>One call of one contestant: what its caller was told, and what the vendor really did.</summary>
/// <param name="Call">The call.</param>
/// <param name="Judgment">What the caller was told.</param>
/// <param name="Took">How long that took.</param>
/// <param name="Requests">The requests as the vendor received them, in order.</param>
/// <param name="FirstServed">The number of the first request that no outage, token or limit stopped; null where there is none.</param>
internal sealed record CallReport(PlannedCall Call, Judgment Judgment, TimeSpan Took, IReadOnlyList<SimulatedRequest> Requests, int? FirstServed)
{
    public Told Told => Judgment.Told;

    public bool IsRead => Call.Api.Purpose == CallPurpose.Read;

    /// <summary>How many times the vendor did what was asked.</summary>
    public int Executed { get; } = Requests.Count(request => request.IsExecuted);

    /// <summary>Whether it came to what the caller wants: a read whose answer came, anything else that was done.</summary>
    public bool IsDone => Executed > 0 && (!IsRead || Told == Told.Success);
}
