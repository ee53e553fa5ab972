using System.Security.Cryptography;
using System.Text;

namespace VendorErrors.Http.Ledger;

/// <summary>
/// The keyed hash of a request: vendor, account, method, address before any credential, and the bytes of its content. A plain hash of a phone number could
/// be reversed by trying all numbers.
/// </summary>
internal static class CallFingerprint
{
    /// <summary>Computes it.</summary>
    /// <param name="secret">The secret of the fleet.</param>
    /// <param name="parts">What names the request, in order.</param>
    /// <param name="content">Its content; null for none.</param>
    /// <param name="canRead">Whether a content can be read without using it up.</param>
    internal static async ValueTask<string> ComputeAsync(byte[] secret, IEnumerable<string?> parts, HttpContent? content, Func<HttpContent, bool> canRead)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secret);
        foreach (string? part in parts)
        {
            Append(hash, part);
        }

        if (content is not null)
        {
            await AppendAsync(hash, content, canRead).ConfigureAwait(false);
        }

        return KeyedHash.Hex(hash.GetHashAndReset());
    }

    /// <summary>That of a text by which the caller names the request.</summary>
    internal static string Of(byte[] secret, string text) => KeyedHash.Of(secret, "request:" + text);

    private static async ValueTask AppendAsync(IncrementalHash hash, HttpContent content, Func<HttpContent, bool> canRead)
    {
        if (content is MultipartContent parts)
        {
            // Part by part: the boundary is another one each time.
            Append(hash, "multipart");
            foreach (HttpContent part in parts)
            {
                Append(hash, part.Headers.ContentDisposition?.ToString());
                await AppendAsync(hash, part, canRead).ConfigureAwait(false);
            }
        }
        else if (canRead(content))
        {
            byte[] bytes = await content.ReadAsByteArrayAsync().ConfigureAwait(false);
            Append(hash, bytes);
        }
        else
        {
            // A stream that can be read once is not read for this. Its length has to do.
            Append(hash, FormattableString.Invariant($"stream of {content.Headers.ContentLength}"));
        }
    }

    private static void Append(IncrementalHash hash, string? text) => Append(hash, Encoding.UTF8.GetBytes(text ?? "\0"));

    // With its length, so that the end of one part cannot be taken for the beginning of the next.
    private static void Append(IncrementalHash hash, byte[] bytes)
    {
        hash.AppendData(BitConverter.GetBytes(bytes.Length));
        hash.AppendData(bytes);
    }
}
