namespace VendorErrors.Testing.Simulation;

/// <summary>The kinds of <see cref="SimulatedStep"/>.</summary>
internal enum StepKind
{
    Ok,
    Code,
    Answer,
    Drop,
    Refuse,
    Hang,
}
