namespace VendorErrors.Build.Mutation;

/// <summary>A change that was tried.</summary>
internal sealed record Trial(Mutant Mutant, TrialOutcome Outcome);
