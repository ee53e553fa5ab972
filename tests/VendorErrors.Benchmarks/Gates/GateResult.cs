namespace VendorErrors.Benchmarks.Gates;

/// <summary>What a gate came to.</summary>
/// <param name="Gate">The gate.</param>
/// <param name="Figures">Its figures; none where it was not run.</param>
/// <param name="NotRun">Why it was not run; null where it was.</param>
internal sealed record GateResult(Gate Gate, IReadOnlyList<Figure> Figures, string? NotRun = null)
{
    public bool Passes => Figures.All(figure => figure.Passes);

    public override string ToString() => NotRun is null
        ? $"{Gate.Id,-3} {(Passes ? "pass" : "FAIL")}  {Gate.Work}: {string.Join(" · ", Figures)}"
        : $"{Gate.Id,-3} ----  {Gate.Work}: not run: {NotRun}";
}
