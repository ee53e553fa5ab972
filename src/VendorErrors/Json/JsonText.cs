using System.Buffers;
using System.Text;

namespace VendorErrors.Json;

/// <summary>Values of a body as .NET text and numbers. Throws nothing: what is no valid UTF-8 or no whole surrogate pair becomes U+FFFD.</summary>
internal static class JsonText
{
    /// <summary>A number of more digits is no number to look up.</summary>
    internal const int MaxDigits = 18;

    private const uint HashStart = 2_166_136_261;

    private const char Replacement = '\uFFFD';

    /// <summary>The value as text: a text decoded, anything else as it is in the body; null where there is no value.</summary>
    internal static string? Read(ReadOnlySpan<byte> json, JsonSlot slot) => slot.HasValue ? Decode(slot.Of(json), slot.Escaped) : null;

    /// <summary>Bytes as text, escapes resolved.</summary>
    internal static string Decode(ReadOnlySpan<byte> utf8, bool escaped)
    {
        string text = ToText(utf8);
        return escaped ? Unescape(text) : text;
    }

    /// <summary>An integer, written as a number or as a text of digits; an integral fraction such as <c>10.0</c> counts.</summary>
    internal static bool TryReadInt64(ReadOnlySpan<byte> json, in JsonSlot slot, out long number)
    {
        number = 0;
        return slot.Kind is JsonKind.Number or JsonKind.Text && TryParseInt64(Trim(slot.Of(json)), out number);
    }

    /// <summary>Whether the value is a text (or number) of just these ASCII characters, case-insensitive.</summary>
    internal static bool EqualsIgnoreCase(ReadOnlySpan<byte> json, in JsonSlot slot, string ascii, bool blankIsUnderscore = false) =>
        slot.Kind is JsonKind.Text or JsonKind.Number
        && (slot.Escaped
            ? EqualsEscaped(slot.Of(json), ascii, blankIsUnderscore)
            : Ascii.EqualsIgnoreCase(slot.Of(json), ascii, blankIsUnderscore));

    /// <summary>A number that values have in common which <see cref="EqualsIgnoreCase"/> takes for the same; of a text or number.</summary>
    internal static int HashIgnoreCase(ReadOnlySpan<byte> json, in JsonSlot slot)
    {
        ReadOnlySpan<byte> bytes = slot.Of(json);
        uint hash = HashStart;
        for (var at = 0; at < bytes.Length;)
        {
            hash = Hash(hash, slot.Escaped ? ReadCharacter(bytes, ref at) : bytes[at++]);
        }

        return Spread(hash);
    }

    /// <summary>The same of the ASCII text that a value is compared with.</summary>
    internal static int HashIgnoreCase(string ascii)
    {
        uint hash = HashStart;
        foreach (char c in ascii)
        {
            hash = Hash(hash, c);
        }

        return Spread(hash);
    }

    /// <summary>Where another text is within a text as the body writes it, escapes resolved; -1 where it is not.</summary>
    /// <param name="text">The text, as it is in the body.</param>
    /// <param name="escaped">Whether it holds escapes.</param>
    /// <param name="wanted">What is looked for, not empty.</param>
    /// <param name="last">Whether the last occurrence counts, rather than the first.</param>
    /// <param name="end">The position after it.</param>
    internal static int Find(ReadOnlySpan<byte> text, bool escaped, ReadOnlySpan<byte> wanted, bool last, out int end)
    {
        int found = -1;
        end = 0;
        if (!escaped)
        {
            found = last ? text.LastIndexOf(wanted) : text.IndexOf(wanted);
            end = found + wanted.Length;
            return found;
        }

        for (var at = 0; at < text.Length && (found < 0 || last); _ = ReadCharacter(text, ref at))
        {
            int next = EndOfMatch(text, at, wanted);
            if (next >= 0)
            {
                (found, end) = (at, next);
            }
        }

        return found;
    }

    /// <summary>The characters of an escaped text, where all are ASCII and there is room for them.</summary>
    internal static bool TryUnescapeAscii(ReadOnlySpan<byte> escaped, Span<byte> into, out int length)
    {
        length = 0;
        for (var at = 0; at < escaped.Length; length++)
        {
            int c = ReadCharacter(escaped, ref at);
            if (c > 0x7F || length == into.Length)
            {
                return false;
            }

            into[length] = (byte)c;
        }

        return true;
    }

    private static int EndOfMatch(ReadOnlySpan<byte> escaped, int at, ReadOnlySpan<byte> wanted)
    {
        foreach (byte expected in wanted)
        {
            if (at >= escaped.Length || ReadCharacter(escaped, ref at) != expected)
            {
                return -1;
            }
        }

        return at;
    }

    // FNV-1a. A letter of either case counts alike, and so do a few signs, which does no harm.
    private static uint Hash(uint hash, int character) => (hash ^ (uint)(character | 0x20)) * 16_777_619;

    private static int Spread(uint hash) => (int)(hash ^ (hash >> 15));

    // Character by character, so that a body full of escaped names costs no memory.
    private static bool EqualsEscaped(ReadOnlySpan<byte> escaped, string ascii, bool blankIsUnderscore)
    {
        var at = 0;
        foreach (char expected in ascii)
        {
            if (at >= escaped.Length || !Ascii.EqualsIgnoreCase(ReadCharacter(escaped, ref at), expected, blankIsUnderscore))
            {
                return false;
            }
        }

        return at == escaped.Length;
    }

    /// <summary>One character of a text, its escape resolved; of one beyond ASCII that is not escaped only the first byte.</summary>
    private static int ReadCharacter(ReadOnlySpan<byte> escaped, ref int at)
    {
        int c = escaped[at++];
        if (c != '\\' || at >= escaped.Length)
        {
            return c;
        }

        c = escaped[at++];
        if (c != 'u' || at + 4 > escaped.Length)
        {
            return (char)c switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'b' => '\b', 'f' => '\f', _ => c };
        }

        int unit = 0;
        for (int end = at + 4; at < end; at++)
        {
            unit = (unit << 4) | (HexDigit.Value(escaped[at]) & 0xF);
        }

        return unit;
    }

    private static bool TryParseInt64(ReadOnlySpan<byte> digits, out long number)
    {
        number = 0;
        bool negative = digits.Length > 0 && digits[0] == (byte)'-';
        var i = negative ? 1 : 0;
        int first = i;
        for (; i < digits.Length && digits[i] is >= (byte)'0' and <= (byte)'9'; i++)
        {
            if (i - first == MaxDigits)
            {
                return false;
            }

            number = (number * 10) + (digits[i] - '0');
        }

        if (i == first)
        {
            return false;
        }

        if (i < digits.Length && digits[i] == (byte)'.')
        {
            int point = i++;
            while (i < digits.Length && digits[i] == (byte)'0')
            {
                i++;
            }

            if (i == point + 1)
            {
                return false;
            }
        }

        number = negative ? -number : number;
        return i == digits.Length;
    }

    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text)
    {
        while (text.Length > 0 && text[0] == (byte)' ')
        {
            text = text[1..];
        }

        while (text.Length > 0 && text[^1] == (byte)' ')
        {
            text = text[..^1];
        }

        return text;
    }

    private static string Unescape(string text)
    {
        char[] rented = ArrayPool<char>.Shared.Rent(text.Length);
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c == '\\' && i + 1 < text.Length)
            {
                c = text[++i] switch
                {
                    'n' => '\n',
                    'r' => '\r',
                    't' => '\t',
                    'b' => '\b',
                    'f' => '\f',
                    'u' => ReadUnit(text, ref i),
                    char other => other,
                };
            }

            rented[length++] = c;
        }

        ReplaceLoneSurrogates(rented.AsSpan(0, length));
        var result = new string(rented, 0, length);
        ArrayPool<char>.Shared.Return(rented);
        return result;
    }

    private static char ReadUnit(string text, ref int i)
    {
        if (i + 4 >= text.Length)
        {
            return Replacement;
        }

        var unit = 0;
        for (var n = 1; n <= 4; n++)
        {
            unit = (unit << 4) | (HexDigit.Value((byte)text[i + n]) & 0xF);
        }

        i += 4;
        return (char)unit;
    }

    private static void ReplaceLoneSurrogates(Span<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                text[i] = Replacement;
            }
        }
    }

#if NET
    private static string ToText(ReadOnlySpan<byte> utf8) => Encoding.UTF8.GetString(utf8);
#else
    private static string ToText(ReadOnlySpan<byte> utf8) => Encoding.UTF8.GetString(utf8.ToArray());
#endif
}
