using Polly;

namespace VendorErrors.Http;

/// <summary>Keys of a Polly context that the strategies of this library read.</summary>
public static class VendorResilienceKeys
{
    // Where Microsoft.Extensions.Http.Resilience puts the message that it sends in each attempt.
    private static readonly ResiliencePropertyKey<HttpRequestMessage?> s_resilienceMessage = new("Resilience.Http.RequestMessage");

    /// <summary>
    /// The request of the execution. Without it the strategies take the message that <c>AddResilienceHandler</c> of
    /// Microsoft.Extensions.Http.Resilience sends; without either they do not know what would be sent twice, and take it for a plain write.
    /// </summary>
    public static ResiliencePropertyKey<HttpRequestMessage> Request { get; } = new("VendorErrors.Request");

    /// <summary>The request of an execution; null where none is known.</summary>
    /// <param name="context">The context of the execution.</param>
    /// <param name="isSent">Whether each attempt sends this very message; otherwise it only describes what is sent.</param>
    internal static HttpRequestMessage? FindRequest(ResilienceContext context, out bool isSent)
    {
        HttpRequestMessage? described = context.Properties.GetValue(Request, null!);
        HttpRequestMessage? sent = described is null ? context.Properties.GetValue(s_resilienceMessage, null) : null;
        isSent = sent is not null;
        return described ?? sent;
    }
}
