using VendorErrors.Http.Requests;

namespace VendorErrors;

/// <summary>What the caller can say about one request.</summary>
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

    /// <summary>What a request is to a vendor: by the caller's own word, where there is one, else by method, path and key.</summary>
    internal static VendorOperation OperationOf(Vendor vendor, HttpRequestMessage? message, VendorRequest request, bool hasKey)
    {
        VendorOperation operation = vendor.Operation(request.Method, request.Path, hasKey);
        return message is not null && RequestOptions.Get<OperationSafety?>(message, OperationKey) is { } safety ? operation.WithSafety(safety) : operation;
    }
}
