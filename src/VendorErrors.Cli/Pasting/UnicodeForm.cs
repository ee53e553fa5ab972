using System.Text;

namespace VendorErrors.Cli.Pasting;

/// <summary>UTF-16, as PowerShell redirects it, with a byte order mark or plainly without one.</summary>
internal static class UnicodeForm
{
    private const int LookedAt = 256;

    internal static PastedAnswer? Read(PastedAnswer paste)
    {
        byte[] body = paste.Body;
        Encoding? encoding = body is [0xFF, 0xFE, ..] || HasZeros(body, 1) ? Encoding.Unicode
            : body is [0xFE, 0xFF, ..] || HasZeros(body, 0) ? Encoding.BigEndianUnicode
            : null;
        return encoding is null ? null : paste.Unwrap("UTF-16", Encoding.UTF8.GetBytes(encoding.GetString(body).TrimStart('\uFEFF')));
    }

    /// <summary>Without the mark that some editors put before UTF-8.</summary>
    internal static PastedAnswer WithoutMark(PastedAnswer paste) => paste.Body is [0xEF, 0xBB, 0xBF, ..] ? paste with { Body = paste.Body[3..] } : paste;

    // Half of the bytes of a text in ASCII are zero then, and all in the same places.
    private static bool HasZeros(byte[] body, int first)
    {
        int length = Math.Min(body.Length & ~1, LookedAt);
        var zeros = 0;
        for (var i = 0; i < length; i += 2)
        {
            if (body[i + 1 - first] == 0)
            {
                return false;
            }

            zeros += body[i + first] == 0 ? 1 : 0;
        }

        return zeros > 0 && zeros * 4 >= length;
    }
}
