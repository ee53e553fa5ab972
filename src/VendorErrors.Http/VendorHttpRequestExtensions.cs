using VendorErrors.Http;
using VendorErrors.Http.Requests;
using VendorErrors.Http.Retries;
using VendorErrors.Retries;

namespace VendorErrors;

/// <summary>What the caller can say about one request, and what became of it.</summary>
public static class VendorHttpRequestExtensions
{
    private const int MostRetries = 100;
    private const int LongestAccount = 256;
    private const int LongestCallId = 512;
    private static readonly TimeSpan s_longestTimeout = TimeSpan.FromDays(1);

    /// <summary>
    /// Says how safe it is to send this request twice, where the caller knows better than the method and the vendor's definition. A retry
    /// that happens only because of this is recorded as such.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="safety">How safe it is.</param>
    /// <param name="keyHeader">For <see cref="OperationSafety.IdempotencyKeyed"/>: the header of the key; one is made where the request has none, of the call's id where it has one.</param>
    /// <exception cref="ArgumentException">An idempotency-keyed write without the name of its header.</exception>
    public static void SetVendorOperation(this HttpRequestMessage request, OperationSafety safety, string? keyHeader = null)
    {
        _ = request ?? throw new ArgumentNullException(nameof(request));
        if (safety == OperationSafety.IdempotencyKeyed)
        {
            if (string.IsNullOrWhiteSpace(keyHeader))
            {
                throw new ArgumentException("An idempotency-keyed write needs the name of the header that carries its key, such as 'Idempotency-Key'.", nameof(keyHeader));
            }

        }

        RequestSettings settings = RequestSettings.Of(request) with { Safety = safety };
        if (safety == OperationSafety.IdempotencyKeyed)
        {
            bool wasMade = settings.IsKeyMade && string.Equals(settings.KeyHeader, keyHeader, StringComparison.OrdinalIgnoreCase);
            settings = settings with { KeyHeader = keyHeader, IsKeyMade = wasMade || !request.Headers.Contains(keyHeader!) };
        }

        Put(request, settings);
    }

    /// <summary>Says how often this request is sent again at the most, in place of <see cref="VendorErrorOptions.MaxRetryAttempts"/>.</summary>
    /// <param name="request">The request.</param>
    /// <param name="maxRetryAttempts">The most retries, 0 to 100; 0 for none. The replay after a credential refresh is no retry.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is below 0 or above 100.</exception>
    public static void SetVendorMaxRetryAttempts(this HttpRequestMessage request, int maxRetryAttempts)
    {
        _ = request ?? throw new ArgumentNullException(nameof(request));
        if (maxRetryAttempts is < 0 or > MostRetries)
        {
            throw new ArgumentOutOfRangeException(nameof(maxRetryAttempts), maxRetryAttempts, $"The most retries must be from 0, for none, to {MostRetries}.");
        }

        (RequestSettings.Of(request) with { MaxRetryAttempts = maxRetryAttempts }).Put(request);
    }

    /// <summary>Says how long this request may take with all its attempts and waits, in place of <see cref="VendorErrorOptions.TotalTimeout"/>.</summary>
    /// <param name="request">The request.</param>
    /// <param name="totalTimeout">The time, above zero and below a day; <see cref="Timeout.InfiniteTimeSpan"/> for no deadline.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of these.</exception>
    public static void SetVendorTotalTimeout(this HttpRequestMessage request, TimeSpan totalTimeout)
    {
        _ = request ?? throw new ArgumentNullException(nameof(request));
        if (totalTimeout != Timeout.InfiniteTimeSpan && (totalTimeout <= TimeSpan.Zero || totalTimeout >= s_longestTimeout))
        {
            throw new ArgumentOutOfRangeException(nameof(totalTimeout), totalTimeout, "The time of a request must be above zero and below a day, or Timeout.InfiniteTimeSpan for no deadline.");
        }

        (RequestSettings.Of(request) with { TotalTimeout = totalTimeout }).Put(request);
    }

    /// <summary>
    /// Says whose account at the vendor this request is of, in place of <see cref="VendorErrorOptions.Account"/>: a rate limit of one account does not
    /// hold up the others of the client. The retry budget stays that of the client, because it protects the vendor and not an account.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="account">The account, up to 256 characters. Never a secret: it is written to logs.</param>
    /// <exception cref="ArgumentException">It is empty or too long.</exception>
    public static void SetVendorAccount(this HttpRequestMessage request, string account)
    {
        _ = request ?? throw new ArgumentNullException(nameof(request));
        if (string.IsNullOrWhiteSpace(account) || account.Length > LongestAccount)
        {
            throw new ArgumentException($"An account must have from 1 to {LongestAccount} characters that are not all whitespace.", nameof(account));
        }

        (RequestSettings.Of(request) with { Account = account }).Put(request);
    }

    /// <summary>
    /// Says which credential this request is sent with, in place of the client's: its version is noted, it is refreshed where the vendor refuses
    /// it, and it puts itself on the request where it is an <see cref="IRequestAuthorizer"/>. One object is one credential; keep it for all requests of its tenant.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="credential">The credential.</param>
    public static void SetVendorCredential(this HttpRequestMessage request, ICredentialRefresher credential)
    {
        _ = request ?? throw new ArgumentNullException(nameof(request));
        (RequestSettings.Of(request) with { Credential = credential ?? throw new ArgumentNullException(nameof(credential)) }).Put(request);
    }

    /// <summary>
    /// Says which call this request is, so that the call ledger keeps it from being made twice when its message is delivered twice. Needs a
    /// <see cref="CallLedger"/>; reads are not entered.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="id">
    /// Your own id of what is meant, up to 512 characters: the same whenever the queue delivers its message, such as the id of that message. A new id for
    /// each delivery protects nobody. Stores keep a keyed hash of it, and the id with numbers masked.
    /// </param>
    /// <param name="createdAt">When the message was created, as the queue says it: not now.</param>
    /// <param name="fingerprint">
    /// A text that names the request, where its address or content differ from delivery to delivery. Default: vendor, account, method, address and content; of a
    /// stream that can be read only once, its length.
    /// </param>
    /// <exception cref="ArgumentException">The id is empty or too long, or the time of creation is missing.</exception>
    /// <example>
    /// <code>
    /// request.SetCallId("campaign-7/customer-42", createdAt);
    /// </code>
    /// </example>
    public static void SetCallId(this HttpRequestMessage request, string id, DateTimeOffset createdAt, string? fingerprint = null)
    {
        _ = request ?? throw new ArgumentNullException(nameof(request));
        if (string.IsNullOrWhiteSpace(id) || id.Length > LongestCallId)
        {
            throw new ArgumentException($"A call id must have from 1 to {LongestCallId} characters that are not all whitespace.", nameof(id));
        }

        if (createdAt == default)
        {
            throw new ArgumentException("The time at which the message was created is needed: as the queue says it, or from the message itself.", nameof(createdAt));
        }

        Put(request, RequestSettings.Of(request) with { Id = new CallIdentity(id, createdAt, fingerprint) });
    }

    /// <summary>The key that was made is that of the call, in whichever order the two are said.</summary>
    private static void Put(HttpRequestMessage request, RequestSettings settings)
    {
        if (settings.IsKeyMade && (settings.Id is not null || !request.Headers.Contains(settings.KeyHeader!)))
        {
            request.Headers.Remove(settings.KeyHeader!);
            request.Headers.TryAddWithoutValidation(settings.KeyHeader!, (settings.Id?.ToKey() ?? Guid.NewGuid()).ToString());
        }

        settings.Put(request);
    }

    /// <summary>
    /// What the last answer to this request means, for clients that hide the response, such as Refit's <c>ApiException.RequestMessage</c>. The default
    /// value, which is no success, before it was answered, and where no <see cref="VendorErrorHandler"/> sent it.
    /// </summary>
    /// <param name="request">The request that was sent.</param>
    public static VendorResult GetVendorResult(this HttpRequestMessage request) => Find(request)?.Result ?? default;

    /// <summary>What was decided about that answer, and why it was not sent again.</summary>
    /// <param name="request">The request that was sent.</param>
    public static RetryDecision GetVendorDecision(this HttpRequestMessage request) => Find(request)?.Decision ?? default;

    /// <summary>Every attempt of this request, the first one first; none where no <see cref="VendorErrorHandler"/> sent it.</summary>
    /// <param name="request">The request that was sent.</param>
    public static IReadOnlyList<VendorAttempt> GetVendorAttempts(this HttpRequestMessage request) => Find(request)?.Attempts ?? [];

    private static CallOutcome? Find(HttpRequestMessage request)
    {
        _ = request ?? throw new ArgumentNullException(nameof(request));
        VendorCall? call = RequestState.Of(request)?.Current ?? Observation.Of(request);
        return call is { IsFinished: true } ? call.ToOutcome() : null;
    }

    /// <summary>What a request is to a vendor: by the caller's own word, where there is one, else by method, path and key.</summary>
    internal static VendorOperation OperationOf(Vendor vendor, HttpRequestMessage? message, VendorRequest request, bool hasKey)
    {
        VendorOperation operation = vendor.Operation(request.Method, request.Path, hasKey);
        return RequestSettings.Of(message).Safety is { } safety ? operation.WithSafety(safety) : operation;
    }
}
