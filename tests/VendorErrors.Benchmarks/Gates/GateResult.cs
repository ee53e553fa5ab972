namespace VendorErrors.Benchmarks.Gates;

/// <summary>What a gate came to.</summary>
/// <param name="Gate">The gate.</param>
/// <param name="State">Whether it holds.</param>
/// <param name="Figures">Its figures; none where there is a remark.</param>
/// <param name="Remark">Why it was not run, or is void.</param>
internal sealed record GateResult(Gate Gate, GateState State, IReadOnlyList<Figure> Figures, string? Remark = null)
{
    public override string ToString() => $"{Gate.Id,-3} {StateText,-8} {Gate.Work}: {Remark ?? string.Join(" · ", Figures)}";

    public string StateText => State switch
    {
        GateState.Pass => "pass",
        GateState.Fail => "FAIL",
        GateState.NotRun => "not run",
        _ => "VOID",
    };
}
