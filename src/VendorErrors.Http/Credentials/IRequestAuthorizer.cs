namespace VendorErrors.Http;

/// <summary>
/// A credential that puts itself on requests. Implemented by a refresher beside <see cref="ICredentialRefresher"/>, it needs no
/// <see cref="VendorErrorOptions.Authorize"/>; where both are there, that one comes first.
/// </summary>
public interface IRequestAuthorizer
{
    /// <summary>
    /// Puts the present credential on a request, in place of an older one. Called before each attempt, within its time. What it throws reaches the
    /// caller as it is, and is no answer of the vendor.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Canceled when the time of the attempt is over, or by the caller.</param>
    ValueTask AuthorizeAsync(HttpRequestMessage request, CancellationToken cancellationToken);
}
