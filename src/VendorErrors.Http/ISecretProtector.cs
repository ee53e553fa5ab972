namespace VendorErrors.Http;

/// <summary>
/// Encrypts a credential before it leaves the process for a store that the fleet shares, and decrypts what comes back. Every instance of the
/// fleet needs the same keys. Register it as a singleton. Called by several threads at once.
/// </summary>
/// <example>
/// With ASP.NET Core data protection:
/// <code>
/// internal sealed class FleetSecrets(IDataProtectionProvider keys) : ISecretProtector
/// {
///     private readonly IDataProtector _protector = keys.CreateProtector("VendorErrors");
///
///     public byte[] Protect(byte[] secret) =&gt; _protector.Protect(secret);
///
///     public byte[] Unprotect(byte[] stored) =&gt; _protector.Unprotect(stored);
/// }
/// </code>
/// </example>
public interface ISecretProtector
{
    /// <summary>Encrypts a secret.</summary>
    /// <param name="secret">The secret.</param>
    byte[] Protect(byte[] secret);

    /// <summary>Decrypts what <see cref="Protect"/> gave. Throws where it cannot; the credential is then refreshed without the store.</summary>
    /// <param name="stored">What the store held.</param>
    byte[] Unprotect(byte[] stored);
}
