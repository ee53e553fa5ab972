namespace VendorErrors.Http;

/// <summary>
/// A credential that expires, and how to get a newer one. Called once for all requests that were refused with the same version of it. One
/// object is one credential: clients that share it share its refresh. Register it with <c>AddCredentialRefresher</c>. To put the credential on
/// requests, implement <see cref="IRequestAuthorizer"/> too, or set <see cref="VendorErrorOptions.Authorize"/>.
/// </summary>
/// <example>
/// <code>
/// internal sealed class AcmeToken(AcmeLogin login) : ICredentialRefresher, IRequestAuthorizer
/// {
///     private volatile string? _token;
///     private long _version;
///
///     public long Version =&gt; Volatile.Read(ref _version);
///
///     public ValueTask AuthorizeAsync(HttpRequestMessage request, CancellationToken cancellationToken)
///     {
///         request.Headers.Authorization = new("Bearer", _token);
///         return default;
///     }
///
///     public async ValueTask RefreshAsync(long refusedVersion, CancellationToken cancellationToken)
///     {
///         _token = await login.SignInAsync(cancellationToken);
///         Interlocked.Increment(ref _version);
///     }
/// }
/// </code>
/// </example>
public interface ICredentialRefresher
{
    /// <summary>
    /// The version of the present credential. A greater number is a newer credential, whoever got it: raise it after the credential was
    /// replaced, and also where it was taken over from another process. Read before each attempt, so it must be quick and safe for several threads.
    /// </summary>
    /// <value>Any number to begin with; it never falls.</value>
    long Version { get; }

    /// <summary>
    /// Gets a newer credential than the refused one and raises <see cref="Version"/>. Only a greater
    /// <see cref="Version"/> says that it worked: a refresh that throws, or leaves it as it was, gives the callers the vendor's original answer.
    /// </summary>
    /// <param name="refusedVersion">The version that the vendor refused. Where <see cref="Version"/> is greater already, there is nothing to do.</param>
    /// <param name="cancellationToken">Canceled after <see cref="VendorErrorOptions.RefreshTimeout"/>; not by any single caller.</param>
    ValueTask RefreshAsync(long refusedVersion, CancellationToken cancellationToken);
}
