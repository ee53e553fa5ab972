namespace VendorErrors.Testing.Simulation;

/// <summary>What the simulated vendor sends back.</summary>
/// <param name="Kind">An answer, or what the connection does in its place.</param>
/// <param name="Response">The answer; null where there is none.</param>
internal sealed record SimulatedReply(StepKind Kind, ComposedResponse? Response)
{
    // Long enough for any client to give up, and an end even where none does.
    private static readonly TimeSpan s_forever = TimeSpan.FromDays(1);

    public TimeSpan Delay { get; init; }

    /// <summary>How long the client waits for the answer, or for the end of the connection.</summary>
    public TimeSpan TimeToAnswer => Kind == StepKind.Hang ? s_forever : Delay;

    /// <summary>How much later the request is executed; null where that is decided already.</summary>
    public TimeSpan? ExecutionDelay { get; init; }

    /// <summary>What is sent later, where it is executed.</summary>
    public IReadOnlyList<SimulatedEvent> Events { get; init; } = [];

    public TimeSpan BodyDelay { get; init; }

    public double? Cut { get; init; }

    public bool IsPlain => BodyDelay == TimeSpan.Zero && Cut is null;
}
