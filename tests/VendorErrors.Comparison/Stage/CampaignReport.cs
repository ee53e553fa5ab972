using VendorErrors.Comparison.Contestants;
using VendorErrors.Comparison.Traffic;
using VendorErrors.Testing;

namespace VendorErrors.Comparison.Stage;

/// <summary>What became of all calls of one contestant.</summary>
/// <param name="Contestant">Who.</param>
/// <param name="Plan">The plan that it played.</param>
/// <param name="Calls">Its calls.</param>
/// <param name="LookUps">The requests of its probes.</param>
/// <param name="Refreshes">How many times it had a token refreshed that was refused.</param>
internal sealed record CampaignReport(Contestant Contestant, TrafficPlan Plan, IReadOnlyList<CallReport> Calls, IReadOnlyList<SimulatedRequest> LookUps, int Refreshes);
