namespace VendorErrors.Testing.Simulation;

/// <summary>What the simulated vendor sends back.</summary>
/// <param name="Kind">An answer, or what the connection does in its place.</param>
/// <param name="Response">The answer; null where there is none.</param>
internal sealed record SimulatedReply(StepKind Kind, ComposedResponse? Response)
{
    public TimeSpan Delay { get; init; }

    public TimeSpan BodyDelay { get; init; }

    public double? Cut { get; init; }

    public bool IsPlain => BodyDelay == TimeSpan.Zero && Cut is null;
}
