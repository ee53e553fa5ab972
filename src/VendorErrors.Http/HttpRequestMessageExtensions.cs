using VendorErrors.Http.Requests;

namespace VendorErrors.Http;

/// <summary>What the caller can say about one request.</summary>
public static class HttpRequestMessageExtensions
{
    private const string OperationKey = "VendorErrors.Operation";

    /// <summary>
    /// Says how safe it is to send this request twice, where the caller knows better than the method and the vendor's definition. A retry
    /// that happens only because of this is recorded as such.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="safety">How safe it is.</param>
    /// <param name="keyHeader">For <see cref="OperationSafety.IdempotencyKeyed"/>: the header of the key; one is made where the request has none.</param>
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

            if (!request.Headers.Contains(keyHeader!))
            {
                request.Headers.TryAddWithoutValidation(keyHeader!, Guid.NewGuid().ToString());
            }
        }

        RequestOptions.Set(request, OperationKey, safety);
    }

    internal static OperationSafety? FindVendorOperation(this HttpRequestMessage request) => RequestOptions.Get<OperationSafety?>(request, OperationKey);
}
