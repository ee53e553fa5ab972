namespace VendorErrors.Testing.Conformance;

/// <summary>The pairs of outcome and effect that can exist, written down independently of the classification.</summary>
internal static class AllowedPairs
{
    internal static readonly (VendorOutcome Outcome, Effect Effect)[] All =
    [
        (VendorOutcome.Success, Effect.Applied),
        (VendorOutcome.SuccessWithWarning, Effect.Applied),
        (VendorOutcome.PartialSuccess, Effect.Partial),
        (VendorOutcome.Accepted, Effect.Applied),
        (VendorOutcome.Failure, Effect.None),
        (VendorOutcome.Failure, Effect.Partial),
        (VendorOutcome.Failure, Effect.Unknown),
    ];
}
