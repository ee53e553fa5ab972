using System.Security.Cryptography;
using System.Text;

namespace VendorErrors.Http.Credentials.Yeastar;

/// <summary>The name of a PBX's token in the store of a fleet. It changes with the options, so that a pause after a wrong password ends with the right one.</summary>
internal static class SharedName
{
    // Enough to notice a change, and too little to find a secret by trying.
    private const int FingerprintBytes = 4;

    public static string Of(YeastarTokenOptions options)
    {
        byte[] text = Encoding.UTF8.GetBytes($"{options.BaseAddress?.AbsoluteUri}\n{options.ClientId}\n{options.ClientSecret}");
#if NET
        byte[] hash = SHA256.HashData(text);
        string fingerprint = Convert.ToHexString(hash, 0, FingerprintBytes);
#else
        using var sha = SHA256.Create();
        byte[] hash = sha.ComputeHash(text);
        string fingerprint = BitConverter.ToString(hash, 0, FingerprintBytes).Replace("-", string.Empty);
#endif
        return $"{Vendor.YeastarPSeries.Id}:{options.BaseAddress?.Authority}:{fingerprint}";
    }
}
