using VendorErrors.Comparison.Contestants;
using VendorErrors.Retries;

namespace VendorErrors.FleetComparison.Contestants;

/// <summary>What a worker makes of a message whose call is over.</summary>
/// <param name="Action">What becomes of the message.</param>
/// <param name="Told">What the worker believes about the call.</param>
/// <param name="Wait">How long the message must not be delivered again.</param>
/// <param name="Reason">Why, in a word.</param>
internal sealed record Verdict(QueueAction Action, Told Told, TimeSpan? Wait = null, string? Reason = null);
