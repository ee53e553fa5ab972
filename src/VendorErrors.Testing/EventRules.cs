namespace VendorErrors.Testing;

/// <summary>Which events a simulated vendor sends of what it did where no step says so. Immutable.</summary>
public sealed record EventRules
{
    /// <summary>The events of a call.</summary>
    /// <value>Default: it is completed, half a minute later.</value>
    public IReadOnlyList<SimulatedEvent> Dial { get; init; } = [SimulatedEvent.Of(EventState.Completed).After(TimeSpan.FromSeconds(30))];

    /// <summary>The events of a message.</summary>
    /// <value>Default: it is delivered, two seconds later.</value>
    public IReadOnlyList<SimulatedEvent> Send { get; init; } = [SimulatedEvent.Of(EventState.Delivered).After(TimeSpan.FromSeconds(2))];

    internal IReadOnlyList<SimulatedEvent> Of(OperationKind kind) => kind switch { OperationKind.Dial => Dial, OperationKind.Send => Send, _ => [] };
}
