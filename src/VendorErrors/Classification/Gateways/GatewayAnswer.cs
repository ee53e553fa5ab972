namespace VendorErrors.Classification.Gateways;

/// <summary>What a gateway means by an answer of its own.</summary>
/// <param name="Category">The category.</param>
/// <param name="Advice">What a person should do.</param>
internal sealed record GatewayAnswer(ErrorCategory Category, Advice Advice)
{
    /// <summary>The HTTP status it comes with. Default: any.</summary>
    public int? Status { get; init; }

    /// <summary>Words in the body. Default: none are asked for.</summary>
    public string? Words { get; init; }
}
