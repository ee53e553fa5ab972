using System.Text;

namespace VendorErrors.Tests.Fuzz;

/// <summary>What can happen to a body, from a bit that flips to a token in the place of another.</summary>
internal static class BodyMutations
{
    private const int LongestBomb = 20_000;

    private static readonly byte[][] s_values =
    [
        .. new[]
        {
            "0", "-0", "1", "-1", "00", "-", "+1", ".5", "5.", "1e5", "1E+400", "-1e-400", "1.0", "0.0000000000000000001", "9223372036854775807", "9223372036854775808", "-9223372036854775808",
            "18446744073709551616", "2147483648", "99999999999999999999999999999999", "NaN", "Infinity", "0x10", "1_000", "10009", "429", "200", "503", "true", "false", "null", "True", "nul",
            "\"\"", "\"0\"", "\" 10\"", "\"10 \"", "\"1e1\"", "\"null\"", "[]", "{}", "[[]]", "[null]", "[0]", "{\"code\":0}", "[{\"code\":1524}]", "\"try again in 30 seconds\"",
            "\"wait -5 seconds\"", "\"in 99999999999999999999 days\"", "\"one one one\"", "\"in 1:2:3:4:5\"", "\"after 1.2.3 hours\"", "\"2026-01-01T00:00:00Z\"",
        }.Select(Encoding.UTF8.GetBytes),
        [.. "\""u8, 0xC0, 0x80, (byte)'"'], [.. "\""u8, 0xED, 0xA0, 0x80, (byte)'"'], [.. "\""u8, 0xF4, 0x90, 0x80, 0x80, (byte)'"'], [.. "\""u8, 0xFF, 0xFE, (byte)'"'], [.. "\""u8, 0xE2, 0x80, (byte)'"'],
        "\"\\ud800\""u8.ToArray(), "\"\\udc00\\ud800\""u8.ToArray(), "\"\\ud83d\\ude00\""u8.ToArray(), "\"\\u0000\""u8.ToArray(), "\"\\x41\""u8.ToArray(), "\"\\u12\""u8.ToArray(), "\"\\\""u8.ToArray(),
        "\"\u2028\u2029\u0130\u00DF\uFEFF\""u8.ToArray(), [(byte)'"', 0x00, 0x1F, 0x7F, (byte)'"'], "\"\\/\\b\\f\\n\\r\\t\""u8.ToArray(),
    ];

    private static readonly byte[][] s_pieces =
    [
        .. new[] { "{", "}", "[", "]", ":", ",", "\"", "\\", "/", "/*", "*/", "//", "\n", "\r", " ", "\t", "\u00A0", "\uFEFF", "'", "<", "<html>", "<?xml ", "&", "#", "\0", "e", "-", "," }.Select(Encoding.UTF8.GetBytes),
    ];

    internal static byte[] Apply(byte[] body, Random random, FuzzCorpus corpus) => random.Next(12) switch
    {
        0 => FlipBit(body, random),
        1 => Replace(body, random.Next(body.Length + 1), random.Next(2), s_pieces[random.Next(s_pieces.Length)]),
        2 => body[..random.Next(body.Length + 1)],
        3 => Repeat(body, random),
        4 => Splice(body, corpus.AnyBody(random), random),
        5 => Bomb(body, random),
        6 or 7 => ReplaceToken(body, random, s_values[random.Next(s_values.Length)]),
        8 => ReplaceToken(body, random, AnyToken(corpus.AnyBody(random), random)),
        9 => RepeatMember(body, random),
        10 => ReplaceToken(body, random, []),
        _ => Replace(body, random.Next(body.Length + 1), 0, Blanks(random)),
    };

    private static byte[] FlipBit(byte[] body, Random random)
    {
        if (body.Length == 0)
        {
            return body;
        }

        byte[] flipped = [.. body];
        flipped[random.Next(body.Length)] ^= (byte)(1 << random.Next(8));
        return flipped;
    }

    private static byte[] Repeat(byte[] body, Random random)
    {
        int start = random.Next(body.Length + 1);
        int length = random.Next(Math.Min(64, body.Length - start) + 1);
        return Replace(body, start, 0, body.AsSpan(start, length));
    }

    private static byte[] Splice(byte[] body, byte[] other, Random random) => [.. body.AsSpan(0, random.Next(body.Length + 1)), .. other.AsSpan(random.Next(other.Length + 1))];

    private static byte[] Bomb(byte[] body, Random random)
    {
        string[] openings = ["[", "{\"a\":", "[{\"a\":[", "[[],", "{\"code\":", "\"\\\\", "\\u", "[1,", " ", "/**/"];
        string opening = openings[random.Next(openings.Length)];
        int count = 1 << random.Next(1, 12);
        string bomb = string.Concat(Enumerable.Repeat(opening, Math.Min(count, LongestBomb / opening.Length)));
        return Replace(body, random.Next(body.Length + 1), 0, Encoding.UTF8.GetBytes(bomb));
    }

    private static byte[] ReplaceToken(byte[] body, Random random, ReadOnlySpan<byte> by)
    {
        List<(int Start, int Length)> tokens = JsonTokens.Of(body);
        if (tokens.Count == 0)
        {
            return [.. by];
        }

        (int start, int length) = tokens[random.Next(tokens.Count)];
        return Replace(body, start, length, by);
    }

    /// <summary>A member once more at another place, perhaps with another value: which one counts?</summary>
    private static byte[] RepeatMember(byte[] body, Random random)
    {
        List<(int Start, int Length)> tokens = JsonTokens.Of(body);
        int[] colons = [.. Enumerable.Range(1, Math.Max(0, tokens.Count - 2)).Where(i => body[tokens[i].Start] == (byte)':')];
        int[] openings = [.. Enumerable.Range(0, tokens.Count).Where(i => body[tokens[i].Start] == (byte)'{')];
        if (colons.Length == 0 || openings.Length == 0)
        {
            return body;
        }

        (int start, int length) = tokens[colons[random.Next(colons.Length)] - 1];
        ReadOnlySpan<byte> value = random.Next(2) == 0 ? s_values[random.Next(s_values.Length)] : AnyToken(body, random);
        byte[] member = [.. body.AsSpan(start, length), (byte)':', .. value, (byte)','];
        return Replace(body, tokens[openings[random.Next(openings.Length)]].Start + 1, 0, member);
    }

    private static byte[] AnyToken(byte[] body, Random random)
    {
        List<(int Start, int Length)> tokens = JsonTokens.Of(body);
        if (tokens.Count == 0)
        {
            return [];
        }

        (int start, int length) = tokens[random.Next(tokens.Count)];
        return body.AsSpan(start, length).ToArray();
    }

    private static byte[] Blanks(Random random)
    {
        byte[] blanks = new byte[random.Next(1, 200)];
        blanks.AsSpan().Fill(" \t\r\n"u8[random.Next(4)]);
        return blanks;
    }

    private static byte[] Replace(byte[] body, int start, int length, ReadOnlySpan<byte> by) =>
        [.. body.AsSpan(0, start), .. by, .. body.AsSpan(Math.Min(body.Length, start + length))];
}
