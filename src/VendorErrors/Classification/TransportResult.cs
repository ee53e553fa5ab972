namespace VendorErrors.Classification;

/// <summary>Failures in which no answer of the vendor came, as results like any other.</summary>
internal static class TransportResult
{
    internal static VendorResult Create(Vendor vendor, ErrorCategory category, Effect effect, Confidence confidence, Evidence evidence)
    {
        CategoryFacts facts = CategoryTable.Of(category);
        var parts = new VendorAnswerParts
        {
            Vendor = vendor,
            Outcome = VendorOutcome.Failure,
            Effect = effect,
            Confidence = confidence,
            Category = category,
            Retry = new RetryAdvice(facts.Retry, maxRetryAttempts: facts.MaxRetryAttempts),
            Advice = facts.Advice,
            Evidence = [evidence],
        };
        return new VendorResult(new VendorError(parts, default));
    }

    /// <summary>A 2xx whose body was not read far enough.</summary>
    internal static VendorResult Undecided() => new(VendorOutcome.Success, Effect.Applied, Confidence.NotInspected, row: null);
}
