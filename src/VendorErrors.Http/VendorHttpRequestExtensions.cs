using VendorErrors.Http;
using VendorErrors.Http.Requests;
using VendorErrors.Http.Retries;
using VendorErrors.Retries;

namespace VendorErrors;

/// <summary>What the caller can say about one request, and what became of it.</summary>
public static class VendorHttpRequestExtensions
{
    private const string OperationKey = "VendorErrors.Operation";

    /// <summary>
    /// Says how safe it is to send this request twice, where the caller knows better than the method and the vendor's definition. A retry
    /// that happens only because of this is recorded as such.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="safety">How safe it is.</param>
    /// <param name="keyHeader">For <see cref="OperationSafety.IdempotencyKeyed"/>: the header of the key; one is made where the request has none.</param>
    /// <exception cref="ArgumentException">A keyed write without the name of its header.</exception>
    public static void SetVendorOperation(this HttpRequestMessage request, OperationSafety safety, string? keyHeader = null)
    {
        _ = request ?? throw new ArgumentNullException(nameof(request));
        if (safety == OperationSafety.IdempotencyKeyed)
        {
            if (string.IsNullOrWhiteSpace(keyHeader))
            {
                throw new ArgumentException("A keyed write needs the name of the header that carries its key, such as 'Idempotency-Key'.", nameof(keyHeader));
            }

            if (!request.Headers.Contains(keyHeader!))
            {
                request.Headers.TryAddWithoutValidation(keyHeader!, Guid.NewGuid().ToString());
            }
        }

        RequestOptions.Set(request, OperationKey, safety);
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
        return RequestState.Of(request)?.Current is { IsFinished: true } call ? call.ToOutcome() : null;
    }

    /// <summary>What a request is to a vendor: by the caller's own word, where there is one, else by method, path and key.</summary>
    internal static VendorOperation OperationOf(Vendor vendor, HttpRequestMessage? message, VendorRequest request, bool hasKey)
    {
        VendorOperation operation = vendor.Operation(request.Method, request.Path, hasKey);
        return message is not null && RequestOptions.Get<OperationSafety?>(message, OperationKey) is { } safety ? operation.WithSafety(safety) : operation;
    }
}
