namespace VendorErrors.Build.Mutation;

/// <summary>What became of a change.</summary>
internal enum TrialOutcome
{
    /// <summary>No test noticed it.</summary>
    Survived,

    /// <summary>A test failed.</summary>
    Noticed,

    /// <summary>The tests did not end, which is noticed by everybody.</summary>
    Endless,
}
