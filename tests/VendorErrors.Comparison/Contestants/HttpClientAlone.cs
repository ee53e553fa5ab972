namespace VendorErrors.Comparison.Contestants;

/// <summary>No retry, and the HTTP status tells whether it was done.</summary>
internal sealed class HttpClientAlone : Contestant
{
    public override string Name => "HttpClient alone";

    public override string Explanation => "A plain `HttpClient` that sends each request once.";

    public override IReadOnlyList<string> Settings =>
    [
        $"`HttpClient.Timeout`: {AttemptTimeout.TotalSeconds} s; no retry",
        "success: `IsSuccessStatusCode`",
    ];

    public override TimeSpan ClientTimeout => AttemptTimeout;

    public override HttpMessageHandler Wrap(Vendor vendor, HttpMessageHandler vendorSide, Surroundings surroundings) => WithTokens(vendorSide, surroundings);
}
