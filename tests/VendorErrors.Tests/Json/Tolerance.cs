namespace VendorErrors.Tests.Json;

/// <summary>
/// The differences between the scanner and <c>Utf8JsonReader</c>, taken out of a body so that the two can be compared on the rest.
/// All are tolerance of the scanner: raw control characters in texts pass (vendors send line breaks), a comment may stand between
/// a member's name and its colon, and a line comment may hold U+2028 or U+2029.
/// </summary>
internal static class Tolerance
{
    internal static byte[] TakeOut(ReadOnlySpan<byte> json)
    {
        byte[] result = json.ToArray();
        var inText = false;
        for (var i = 0; i < result.Length; i++)
        {
            if (inText)
            {
                if (result[i] == (byte)'\\')
                {
                    i++;
                }
                else if (result[i] == (byte)'"')
                {
                    inText = false;
                }
                else if (result[i] < 0x20)
                {
                    result[i] = (byte)'x';
                }
            }
            else if (result[i] == (byte)'"')
            {
                inText = true;
            }
            else if (result[i] == (byte)'/')
            {
                i = SkipComment(result, i);
            }
        }

        return result;
    }

    /// <summary>Blanks a whole comment; leaves one that does not end.</summary>
    private static int SkipComment(byte[] json, int start)
    {
        ReadOnlySpan<byte> rest = json.AsSpan(start);
        int length = 0;
        if (rest.StartsWith("/*"u8))
        {
            length = rest[2..].IndexOf("*/"u8) + 4;
            length = length == 3 ? 0 : length;
        }
        else if (rest.StartsWith("//"u8))
        {
            int lineEnd = rest.IndexOfAny((byte)'\n', (byte)'\r');
            length = lineEnd < 0 ? rest.Length : lineEnd;
        }

        json.AsSpan(start, length).Fill((byte)' ');
        return length == 0 ? start : start + length - 1;
    }
}
