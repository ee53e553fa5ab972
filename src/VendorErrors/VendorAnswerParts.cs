using VendorErrors.Rules;

namespace VendorErrors;

/// <summary>Everything an answer is made of, so that its constructor does not take twenty arguments.</summary>
internal readonly struct VendorAnswerParts
{
    public Vendor Vendor { get; init; }

    public int HttpStatus { get; init; }

    public string? Code { get; init; }

    public MessageList Messages { get; init; }

    public FieldError[]? Fields { get; init; }

    public VendorItem[]? Items { get; init; }

    public string? CorrelationId { get; init; }

    public Outcome Outcome { get; init; }

    public Effect Effect { get; init; }

    public Confidence Confidence { get; init; }

    public Advice? Advice { get; init; }

    /// <summary>The evidence, where there is no <see cref="Trace"/> to write it from.</summary>
    public Evidence[]? Evidence { get; init; }

    public Trace Trace { get; init; }

    public ErrorCategory Category { get; init; }

    public RetryAdvice Retry { get; init; }
}
