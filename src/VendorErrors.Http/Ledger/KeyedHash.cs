using System.Security.Cryptography;
using System.Text;

namespace VendorErrors.Http.Ledger;

/// <summary>The keyed hash (HMAC-SHA-256) of a text, in hexadecimal digits.</summary>
internal static class KeyedHash
{
    internal static string Of(byte[] secret, string text)
    {
        using var hash = new HMACSHA256(secret);
        return Hex(hash.ComputeHash(Encoding.UTF8.GetBytes(text)));
    }

#if NET
    internal static string Hex(byte[] bytes) => Convert.ToHexString(bytes);
#else
    internal static string Hex(byte[] bytes) => BitConverter.ToString(bytes).Replace("-", string.Empty);
#endif
}
