using VendorErrors;

namespace EventReceiverSample;

/// <summary>An event, and what it changed.</summary>
/// <param name="Event">The event.</param>
/// <param name="Change">What it changed.</param>
/// <param name="Call">The call that it is about; null where that is not known.</param>
internal sealed record TakenEvent(VendorEvent Event, Change Change, TrackedCall? Call);
