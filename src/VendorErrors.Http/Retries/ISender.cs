namespace VendorErrors.Http.Retries;

/// <summary>Sends one attempt: the handler to the handlers inside it, a pipeline's strategy to the caller's own code.</summary>
internal interface ISender
{
    /// <summary>Sends it.</summary>
    /// <param name="call">The call.</param>
    /// <param name="cancellationToken">The token of the attempt.</param>
    ValueTask<HttpResponseMessage> SendAsync(VendorCall call, CancellationToken cancellationToken);
}
