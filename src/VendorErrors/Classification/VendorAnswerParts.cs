namespace VendorErrors.Classification;

/// <summary>Everything an answer is made of, so that its constructor does not take twenty arguments.</summary>
internal ref struct VendorAnswerParts
{
    public Vendor Vendor;

    public int HttpStatus;

    public string? Code;
    public string? InnerCode;

    public string[]? Messages;

    public FieldError[]? Fields;

    public VendorItem[]? Items;

    public string? CorrelationId;

    public VendorOutcome Outcome;

    public Effect Effect;

    public Confidence Confidence;

    public Advice? Advice;

    /// <summary>The evidence, where there is no <see cref="Trace"/> to write it from.</summary>
    public Evidence[]? Evidence;

    public ErrorCategory Category;

    public RetryAdvice Retry;
}
