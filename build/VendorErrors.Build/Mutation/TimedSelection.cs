namespace VendorErrors.Build.Mutation;

/// <summary>Tests, and how long they may take before a change counts as endless.</summary>
internal sealed record TimedSelection(string[] Options, TimeSpan Limit);
