using Polly;
using VendorErrors.Http.Cooldowns;
using VendorErrors.Retries;

namespace VendorErrors.Http.Retries;

/// <summary>One call with all its attempts: what it is, what was tried, what was decided. Lives as long as the call; used by one attempt at a time.</summary>
internal sealed class VendorCall
{
    internal static readonly ResiliencePropertyKey<VendorCall?> Key = new("VendorErrors.Call");

    public VendorRequest Request { get; init; }

    /// <summary>Whether it is the handler's, which sends the very request; a pipeline of the caller's own makes a new one for each attempt.</summary>
    public bool IsOfHandler { get; init; }

    /// <summary>The request that is sent; the first one in a pipeline of the caller's own; null where none is known.</summary>
    public HttpRequestMessage? Message { get; init; }

    public Uri? Address { get; init; }

    /// <summary>Whether the request carries an idempotency key that the vendor honours.</summary>
    public bool HasKey { get; init; }

    /// <summary>
    /// Whether the handlers inside followed a redirect, and changed the request with it. Another query alone is none: that is where the
    /// application puts credentials.
    /// </summary>
    public bool WasRedirected =>
        IsOfHandler
        && Message is { } request
        && (!string.Equals(request.Method.Method, Request.Method, StringComparison.Ordinal) || !IsSameButForQuery(request.RequestUri, Address));

    public bool ContentIsReplayable { get; init; }

    public bool IsAsync { get; init; }

    /// <summary>When the call began, as a timestamp.</summary>
    public long StartedAt { get; init; }

    public int Retries { get; set; }

    public bool Refreshed { get; set; }

    public bool EffectWasUnknown { get; set; }

    /// <summary>The present attempt's place at the gate, to be given back once.</summary>
    public CooldownTicket Ticket { get; set; }

    /// <summary>The generation of the credential that the present attempt was sent with.</summary>
    public long CredentialGeneration { get; set; }

    /// <summary>What the last attempt came to.</summary>
    public VendorResult Result { get; set; }

    /// <summary>What was decided about it.</summary>
    public RetryDecision Decision { get; set; }

    /// <summary>When that was decided.</summary>
    public long DecidedAt { get; set; }

    /// <summary>Whether an attempt happened only by the caller's own word on the request's safety.</summary>
    public bool UsedOverride { get; set; }

    /// <summary>What the first attempt came to, where the handler made it itself, until the pipeline takes it over.</summary>
    public Outcome<HttpResponseMessage>? First { get; set; }

    /// <summary>Whether the answer is a plain success: nothing to decide about, and nothing to tell.</summary>
    public bool IsPlainSuccess => Result is { Outcome: VendorErrors.Outcome.Success, Answer: null };

    /// <summary>Why the present attempt is a retry; null for a first one.</summary>
    public ErrorCategory? RetryCause { get; set; }

    /// <summary>Takes the first attempt over; null where there is none, or it was taken.</summary>
    public Outcome<HttpResponseMessage>? TakeFirst()
    {
        Outcome<HttpResponseMessage>? first = First;
        First = null;
        return first;
    }

    private static bool IsSameButForQuery(Uri? one, Uri? other) =>
        ReferenceEquals(one, other) || string.Equals(WithoutQuery(one), WithoutQuery(other), StringComparison.Ordinal);

    private static string? WithoutQuery(Uri? address) => address is { IsAbsoluteUri: true } ? address.GetLeftPart(UriPartial.Path) : address?.OriginalString.Split('?')[0];
}
