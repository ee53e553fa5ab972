namespace VendorErrors.Testing.Events;

/// <summary>A delivery to come.</summary>
/// <param name="Due">When.</param>
/// <param name="RequestNumber">The number of the request that it is about.</param>
/// <param name="Attempt">Which delivery of the event it is, from 1.</param>
/// <param name="Event">The event.</param>
internal sealed record PlannedEvent(DateTimeOffset Due, int RequestNumber, int Attempt, ComposedEvent Event);
