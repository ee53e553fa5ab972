namespace VendorErrors.Comparison.Traffic;

/// <summary>What becomes of one attempt of one call, whoever makes it and whenever.</summary>
/// <param name="Kind">What.</param>
/// <param name="IsExecuted">Whether the vendor does what is asked, whatever it answers.</param>
/// <param name="Latency">How long the answer takes.</param>
internal sealed record Fault(FaultKind Kind, bool IsExecuted, TimeSpan Latency)
{
    /// <summary>How long the vendor asks to wait, where the fault has a wait.</summary>
    public TimeSpan Wait { get; init; }

    /// <summary>The vendor's code of a refusal.</summary>
    public string? Code { get; init; }

    /// <summary>The status of a gateway's page.</summary>
    public int Status { get; init; }
}
