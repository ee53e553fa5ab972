namespace VendorErrors.Classification.Gateways;

/// <summary>Who answered in the vendor's place.</summary>
/// <param name="Gateway">The gateway.</param>
/// <param name="Mark">By what it was recognized.</param>
/// <param name="Answer">What it means by the answer; null where only the HTTP status says.</param>
/// <param name="Id">Its id of the request.</param>
internal sealed record GatewayFinding(Gateway Gateway, GatewayMark Mark, GatewayAnswer? Answer, string? Id)
{
    /// <summary>Whether it is sure that the gateway answered, rather than passed an answer on.</summary>
    public bool IsSure => !Mark.IsPassedOn;

    /// <summary>The finding as evidence.</summary>
    public Evidence ToEvidence() => new(
        Mark.Words is null ? EvidenceSource.Header : EvidenceSource.Family,
        Answer is null ? EvidenceVerdict.Noted : EvidenceVerdict.Won,
        Mark.Words is null ? Mark.Header ?? "HTTP status" : "body",
        Mark.Words ?? (Mark.Value.Length == 0 ? null : Mark.Value),
        $"{Gateway.Name} {(IsSure ? "answered, not the vendor" : "passed this on, or answered itself")} ({Gateway.Source.Address})");
}
