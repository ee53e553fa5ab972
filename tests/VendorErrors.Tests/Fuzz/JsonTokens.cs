using System.Buffers;

namespace VendorErrors.Tests.Fuzz;

/// <summary>Where the texts, numbers, words and signs of a body stand. Of anything that is no JSON it makes the best.</summary>
internal static class JsonTokens
{
    private static readonly SearchValues<byte> s_ends = SearchValues.Create(" \t\r\n{}[]:,\""u8);

    internal static List<(int Start, int Length)> Of(ReadOnlySpan<byte> body)
    {
        var tokens = new List<(int Start, int Length)>();
        for (var at = 0; at < body.Length;)
        {
            int length = LengthAt(body[at..]);
            if (length > 0)
            {
                tokens.Add((at, length));
            }

            at += Math.Max(1, length);
        }

        return tokens;
    }

    private static int LengthAt(ReadOnlySpan<byte> rest) => rest[0] switch
    {
        (byte)'"' => TextLength(rest),
        (byte)'{' or (byte)'}' or (byte)'[' or (byte)']' or (byte)':' or (byte)',' => 1,
        <= (byte)' ' => 0,
        _ => WordLength(rest),
    };

    private static int TextLength(ReadOnlySpan<byte> rest)
    {
        var at = 1;
        while (at < rest.Length && rest[at] != (byte)'"')
        {
            at += rest[at] == (byte)'\\' ? 2 : 1;
        }

        return Math.Min(at + 1, rest.Length);
    }

    private static int WordLength(ReadOnlySpan<byte> rest)
    {
        int length = rest.IndexOfAny(s_ends);
        return length < 0 ? rest.Length : length;
    }
}
