using Polly;

namespace VendorErrors.Http;

/// <summary>Keys of a Polly context that the retry strategy reads.</summary>
public static class VendorResilienceKeys
{
    /// <summary>
    /// The request of the execution. Without it the strategy does not know what would be sent twice, and takes it for a plain write.
    /// </summary>
    public static ResiliencePropertyKey<HttpRequestMessage> Request { get; } = new("VendorErrors.Request");
}
