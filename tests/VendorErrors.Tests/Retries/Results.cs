using VendorErrors.Classification;

namespace VendorErrors.Tests.Retries;

/// <summary>Results made to measure, for decisions that hang on nothing else.</summary>
internal static class Results
{
    internal static readonly Advice Advice = new("Of the error.", Audience.Developer);

    internal static VendorResult Failure(Effect effect, RetryAdvice retry, ErrorCategory category = ErrorCategory.VendorInternal) =>
        new(new VendorError(new VendorAnswerParts
        {
            Vendor = Vendor.Dexatel,
            Outcome = VendorOutcome.Failure,
            Effect = effect,
            Category = category,
            Retry = retry,
            Advice = Advice,
        }, default));

    internal static VendorResult Failure(Effect effect, RetryDisposition disposition, ErrorCategory category = ErrorCategory.VendorInternal) =>
        Failure(effect, new RetryAdvice(disposition), category);

    internal static VendorResult Of(VendorOutcome outcome, Effect effect) =>
        new(new VendorAnswer(new VendorAnswerParts { Vendor = Vendor.Dexatel, Outcome = outcome, Effect = effect, Advice = Advice }, default));

    internal static VendorOperation Operation(OperationSafety safety, OperationPurpose purpose = OperationPurpose.Other) => new("POST", "/x", safety, purpose);
}
