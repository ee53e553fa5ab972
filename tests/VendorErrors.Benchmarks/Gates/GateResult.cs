namespace VendorErrors.Benchmarks.Gates;

/// <summary>What a gate came to.</summary>
/// <param name="Id">The gate's id.</param>
/// <param name="Work">What is measured.</param>
/// <param name="State">Whether it holds.</param>
/// <param name="Figures">Its figures; none where there is a remark.</param>
/// <param name="SelfGap">The widest gap between two identical copies.</param>
/// <param name="Remark">Why it was not run, or is void.</param>
internal sealed record GateResult(string Id, string Work, GateState State, IReadOnlyList<Figure> Figures, double SelfGap, string? Remark = null)
{
    public override string ToString() => $"{Id,-3} {StateText,-8} {Work}: {Remark ?? string.Join(" · ", Figures)}";

    public string StateText => State switch
    {
        GateState.Pass => "pass",
        GateState.Fail => "FAIL",
        GateState.NotRun => "not run",
        _ => "VOID",
    };
}
