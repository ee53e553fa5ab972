using System.Text;

namespace VendorErrors.Tests.Secrets;

/// <summary>Makes secrets of each kind, and writes them in each way.</summary>
internal sealed class SecretMaker(int seed)
{
    private const string Hex = "0123456789abcdef";
    private const string Base64Url = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private const string Base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const string Letters = "abcdefghijklmnopqrstuvwxyz";

    /// <summary>What stands in front of numbers and keys of a kind, and is no secret itself.</summary>
    internal const string Prefixes = "tel: sk_live_ key- ghp_ AKIA";

    // Blanks, hyphens and signs that are not seen, between the groups of a number.
    private static readonly string[] s_gaps =
    [
        "", "", " ", "-", ".", "/", " - ", ") (", "\u00A0", "\u2007", "\u2009", "\u202F", "\u3000", "\u200B", "\u2060", "\u00AD", "\uFEFF",
        "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212", "\uFE63", "\uFF0D", "\u00B7", "\u30FB", "\u2028", "\u0085", "\u202E", "\t",
    ];

    // Zero of ASCII, full width, Arabic, Persian, Devanagari, Bengali, Thai, and of mathematics, which takes two characters.
    private static readonly int[] s_zeros = ['0', '0', '0', 0xFF10, 0x0660, 0x06F0, 0x0966, 0x09E6, 0x0E50, 0x1D7CE, 0x1D7F6];

    private static readonly string[] s_domains = ["example.com", "mail.example.org", "xn--bcher-kva.example", "b\u00FCcher.example", "\u4F8B\u3048.jp", "my-company.example"];

    private readonly Random _random = new(seed);

    private static readonly Func<SecretMaker, (string Kind, string Plain, string Written)>[] s_kinds =
    [
        maker => maker.Phone(),
        maker => maker.Mail(),
        maker => Same("uuid", maker.Uuid()),
        maker => Same("base64url", maker.Draw(Base64Url, 16, 64)),
        maker => Same("base64", maker.Draw(Base64, 16, 64) + new[] { "", "=", "==" }[maker.Below(3)]),
        maker => Same("jwt", $"eyJ{maker.Draw(Base64Url, 16, 40)}.eyJ{maker.Draw(Base64Url, 16, 60)}.{maker.Draw(Base64Url, 20, 43)}"),
        maker => Same("hex", maker.Draw(Hex, 16, 64)),
        maker => Same("base32", maker.Draw(Base32, 16, 32)),
        maker => Same("prefixed key", $"{maker.Pick(Prefixes.Split(' ')[1..])}{maker.Draw(Base64Url, 16, 32)}"),
    ];

    internal int Below(int end) => _random.Next(end);

    internal string Pick(string[] of) => of[Below(of.Length)];

    /// <summary>A secret of any kind, escaped up to three times.</summary>
    internal Secret Make()
    {
        (string kind, string plain, string written) = s_kinds[Below(s_kinds.Length)](this);
        for (int round = Below(4); round > 0; round--)
        {
            written = Escape(written);
        }

        return new Secret(kind, plain, written);
    }

    private static (string Kind, string Plain, string Written) Same(string kind, string secret) => (kind, secret, secret);

    private (string Kind, string Plain, string Written) Phone()
    {
        var plain = new StringBuilder();
        var written = new StringBuilder(Pick(["", "+", "00", "(", "tel:", "\uFF0B"]));
        int zero = s_zeros[Below(s_zeros.Length)];
        string gap = Pick(s_gaps);
        int digits = 7 + Below(9);
        for (var i = 0; i < digits; i++)
        {
            int digit = Below(10);
            plain.Append((char)('0' + digit));
            written.Append(char.ConvertFromUtf32(zero + digit));
            if (i < digits - 1 && Below(3) == 0)
            {
                written.Append(gap);
            }
        }

        return ("phone", plain.ToString(), written.ToString());
    }

    private (string Kind, string Plain, string Written) Mail()
    {
        string name = Pick(
        [
            Draw(Letters, 4, 12), $"{Draw(Letters, 4, 8)}.{Draw(Letters, 4, 8)}", $"{Draw(Letters, 4, 8)}-{Draw(Letters, 4, 8)}+{Draw(Letters, 4, 6)}",
            $"\"{Draw(Letters, 4, 8)} {Draw(Letters, 4, 8)}\"", $"o'{Draw(Letters, 4, 8)}", $"j\u00FC{Draw(Letters, 4, 8)}",
        ]);
        string address = $"{name}{Pick(["@", "@", "@", "\uFF20", "\uFE6B"])}{Pick(s_domains)}";
        return ("e-mail", address, address);
    }

    private string Uuid() =>
        string.Join(Pick(["-", "-", "_", ""]), Draw(Hex, 8, 8), Draw(Hex, 4, 4), Draw(Hex, 4, 4), Draw(Hex, 4, 4), Draw(Hex, 12, 12)) is var uuid && Below(2) == 0 ? uuid.ToUpperInvariant() : uuid;

    private string Draw(string alphabet, int least, int most)
    {
        int length = least + Below(most - least + 1);
        return string.Create(length, (alphabet, _random), static (text, from) =>
        {
            for (var i = 0; i < text.Length; i++)
            {
                text[i] = from.alphabet[from._random.Next(from.alphabet.Length)];
            }
        });
    }

    private string Escape(string text) => Below(5) switch
    {
        0 or 1 => Uri.EscapeDataString(text),
        2 => Coded(text, c => $"%{c:X2}", atMost: '~'),
        3 => Coded(text, c => $"\\u{c:x4}", atMost: char.MaxValue),
        _ => Coded(text, c => $"&#{c};", atMost: '~'),
    };

    // Some of the characters, and at times all of them.
    private string Coded(string text, Func<int, string> write, char atMost)
    {
        int every = 1 + Below(3);
        var result = new StringBuilder(text.Length * 3);
        foreach (char c in text)
        {
            _ = c <= atMost && (!char.IsAsciiLetterOrDigit(c) || Below(every) == 0) ? result.Append(write(c)) : result.Append(c);
        }

        return result.ToString();
    }
}
