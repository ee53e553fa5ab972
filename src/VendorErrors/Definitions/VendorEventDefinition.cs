namespace VendorErrors.Definitions;

/// <summary>How a vendor's events (webhooks, receipts, callbacks) are read, as data. Immutable.</summary>
public sealed class VendorEventDefinition
{
    /// <summary>The shapes, tried in order.</summary>
    /// <value>Default: none, and every event is unknown.</value>
    public IReadOnlyList<EventShape> Shapes { get; init; } = [];

    /// <summary>What the vendor's reasons mean.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<ReasonSection> Reasons { get; init; } = [];

    /// <summary>How a receiver knows that an event is genuine.</summary>
    /// <value>Default: <see langword="null"/>, not known.</value>
    public EventSignature? Signature { get; init; }
}
