namespace VendorErrors.Classification;

/// <summary>What a call came to whose own answer nobody has, as results like any other.</summary>
internal static class ProbeResult
{
    /// <summary>A success that was found by asking the vendor, or that a person vouches for.</summary>
    internal static VendorResult Happened(Vendor vendor, VendorOutcome outcome, string? vendorId, Evidence evidence)
    {
        var parts = new VendorAnswerParts
        {
            Vendor = vendor,
            Outcome = outcome,
            Effect = outcome == VendorOutcome.PartialSuccess ? Effect.Partial : Effect.Applied,
            Confidence = Confidence.Exact,
            CorrelationId = vendorId,
            Evidence = [evidence],
        };
        return new VendorResult(new VendorAnswer(parts, default));
    }
}
