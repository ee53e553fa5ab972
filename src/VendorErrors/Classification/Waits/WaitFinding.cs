namespace VendorErrors.Classification.Waits;

/// <summary>A wait that was found, or a place that holds one and cannot be used.</summary>
/// <param name="Wait">The wait; null where the value was ignored.</param>
/// <param name="Source">The kind of place.</param>
/// <param name="Location">The place.</param>
/// <param name="Value">What is there.</param>
internal readonly record struct WaitFinding(TimeSpan? Wait, WaitSource Source, string Location, string Value);
