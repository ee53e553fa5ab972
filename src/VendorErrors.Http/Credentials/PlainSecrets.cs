namespace VendorErrors.Http.Credentials;

/// <summary>Protects nothing; registered only where the options allow it by name.</summary>
internal sealed class PlainSecrets : ISecretProtector
{
    public byte[] Protect(byte[] secret) => secret;

    public byte[] Unprotect(byte[] stored) => stored;
}
