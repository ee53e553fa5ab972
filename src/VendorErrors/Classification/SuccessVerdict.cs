using VendorErrors.Json;

namespace VendorErrors.Classification;

/// <summary>What <see cref="PlainSuccess"/> comes to. Made once for each code, so that a verdict costs no copy until it is given away.</summary>
internal sealed class SuccessVerdict(Truth isPlainSuccess, VendorResult result)
{
    /// <summary>What is still to come decides.</summary>
    internal static SuccessVerdict Open { get; } = new(Truth.Open, default);

    /// <summary>Something else, or nothing that a short look can decide.</summary>
    internal static SuccessVerdict No { get; } = new(Truth.No, default);

    /// <summary>A success by the HTTP status alone, since the body has nothing to say.</summary>
    internal static SuccessVerdict ByStatus { get; } = new(Truth.Yes, new VendorResult(VendorOutcome.Success, Effect.Applied, Confidence.StatusOnly, row: null));

    public Truth IsPlainSuccess { get; } = isPlainSuccess;

    /// <summary>The answer, where it is a plain success.</summary>
    public VendorResult Result { get; } = result;

    /// <summary>The same verdict on a body that was looked through, up to where that stopped.</summary>
    public SuccessVerdict At(SkimEnd end) => end == SkimEnd.Closed ? this : end == SkimEnd.Cut ? Open : No;
}
