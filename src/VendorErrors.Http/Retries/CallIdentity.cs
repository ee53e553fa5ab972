using System.Security.Cryptography;
using System.Text;

namespace VendorErrors.Http.Retries;

/// <summary>What the caller says about which call a request is.</summary>
/// <param name="Id">The caller's own id of it, the same whenever its message is delivered.</param>
/// <param name="CreatedAt">When that message was created.</param>
/// <param name="Fingerprint">A text that names the request, in place of its address and content; null for these.</param>
internal sealed record CallIdentity(string Id, DateTimeOffset CreatedAt, string? Fingerprint)
{
    private const int GuidLength = 16;

    /// <summary>The idempotency key of the call: the same for each delivery, so that a vendor who honors keys does it once.</summary>
    public Guid ToKey()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"key:{Id}"));
        return new Guid(hash.GetHashAndReset().Take(GuidLength).ToArray());
    }
}
