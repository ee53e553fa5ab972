namespace VendorErrors.Testing.Conformance;

/// <summary>The pairs of outcome and effect that can exist, written down independently of the classification.</summary>
internal static class AllowedPairs
{
    internal static readonly (Outcome Outcome, Effect Effect)[] All =
    [
        (Outcome.Success, Effect.Applied),
        (Outcome.SuccessWithWarning, Effect.Applied),
        (Outcome.PartialSuccess, Effect.Partial),
        (Outcome.Accepted, Effect.Applied),
        (Outcome.Failure, Effect.None),
        (Outcome.Failure, Effect.Partial),
        (Outcome.Failure, Effect.Unknown),
    ];
}
