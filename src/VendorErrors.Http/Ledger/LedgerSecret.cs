using System.Security.Cryptography;
using System.Text;

namespace VendorErrors.Http.Ledger;

/// <summary>The secret of a fleet, as a store keeps it: a random one as it is, and of one that is given only a mark, by which another is recognized.</summary>
internal static class LedgerSecret
{
    private const int Length = 32;

    internal static byte[] New()
    {
        var secret = new byte[Length];
        using var random = RandomNumberGenerator.Create();
        random.GetBytes(secret);
        return secret;
    }

    /// <summary>A byte longer than a secret, so that nobody takes it for one.</summary>
    internal static byte[] MarkOf(byte[] secret)
    {
        using var hash = new HMACSHA256(secret);
        return [1, .. hash.ComputeHash(Encoding.UTF8.GetBytes("mark"))];
    }

    internal static bool IsMark(byte[] kept) => kept.Length == Length + 1;
}
