namespace VendorErrors.Definitions;

/// <summary>Where an event gives a reason, and what kind of code it is. Immutable.</summary>
/// <param name="Place">The member or header.</param>
/// <param name="Space">
/// The number space: one of the definition's own <see cref="VendorEventDefinition.Reasons"/>, the id of a <see cref="ReasonCatalog"/> such as <c>sip</c>, or
/// <see cref="ReasonHeader"/>.
/// </param>
public sealed record ReasonSource(ValueSource Place, string Space)
{
    /// <summary>The space of a place that holds the value of a SIP Reason header (RFC 3326), such as <c>Q.850;cause=16</c>, which says itself what its code is.</summary>
    public const string ReasonHeader = "reason-header";
}
