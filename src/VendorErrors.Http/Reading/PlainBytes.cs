using VendorErrors.Classification;
using VendorErrors.Classification.Bodies;

namespace VendorErrors.Http.Reading;

/// <summary>Whether bytes that are called compressed are not: a label that was left on after decompression.</summary>
internal static class PlainBytes
{
    // Compressed bytes that are valid UTF-8 without a control character for so long do not happen.
    private const int Enough = 16;
    private const byte LastControl = 0x1F;

    // Zstandard, RFC 8878; the magic numbers of gzip and compress hold a control character anyway.
    private static ReadOnlySpan<byte> Zstandard => [0x28, 0xB5, 0x2F, 0xFD];

    /// <summary>Yes: plain text. No: compressed. Open: more bytes are needed.</summary>
    internal static Truth Are(ReadOnlySpan<byte> beginning, bool isAll)
    {
        ReadOnlySpan<byte> looked = beginning.Length > BodySniffer.TextBytes ? beginning[..BodySniffer.TextBytes] : beginning;
        return looked.IsEmpty ? (isAll ? Truth.Yes : Truth.Open)
            : looked.StartsWith(Zstandard) || !IsPlain(looked) ? Truth.No
            : isAll || looked.Length >= Enough ? Truth.Yes
            : Truth.Open;
    }

    private static bool IsPlain(ReadOnlySpan<byte> bytes)
    {
        var following = 0;
        foreach (byte b in bytes)
        {
            bool isFollowing = (b & 0xC0) == 0x80;
            if (isFollowing != following > 0 || b == 0 || (b <= LastControl && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f')))
            {
                return false;
            }

            following = isFollowing ? following - 1 : FollowingOf(b);
            if (following < 0)
            {
                return false;
            }
        }

        return true;
    }

    // UTF-8, RFC 3629: how many bytes belong to a first one; -1 where it begins nothing.
    private static int FollowingOf(byte first) => first switch
    {
        < 0x80 => 0,
        >= 0xC2 and <= 0xDF => 1,
        >= 0xE0 and <= 0xEF => 2,
        >= 0xF0 and <= 0xF4 => 3,
        _ => -1,
    };
}
