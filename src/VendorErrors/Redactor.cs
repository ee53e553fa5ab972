using System.Text;
using VendorErrors.Redaction;

namespace VendorErrors;

/// <summary>
/// Makes texts that may go into a log, a trace, a message of an exception or an answer to others: one line, bounded, without phone numbers,
/// e-mail addresses, keys and tokens. Cautious: it hides too much rather than too little.
/// </summary>
internal static class Redactor
{
    internal const string Mask = "***";

    /// <summary>Printed for a code if the answer holds none.</summary>
    internal const string NoCode = "(no code)";

    /// <summary>The longest code that is printed; a longer one is a text.</summary>
    internal const int LongestCode = 64;

    /// <summary>How many segments of a path are printed.</summary>
    internal const int MostSegments = 24;

    private const int LongestSegment = 64;
    private const int ShortestBehindMask = 4;

    // From seven digits on a number may be that of a phone.
    private const int PhoneDigits = 7;

    /// <summary>
    /// The path of an address, without host, user, query and fragment. A segment is printed only where it is a version, or made of words
    /// that are known: those of the vendor's own patterns, and the list of <see cref="KnownWords"/>. Any other is a value.
    /// </summary>
    internal static string Path(Uri? uri, Vendor? vendor = null) =>
        uri is null ? string.Empty : PathText(uri.IsAbsoluteUri ? uri.AbsolutePath : uri.OriginalString, vendor);

    /// <summary>The same of a path as a text.</summary>
    internal static string PathText(string path, Vendor? vendor = null)
    {
        int end = path.IndexOfAny(['?', '#']);
        ReadOnlySpan<char> rest = path.AsSpan(0, end < 0 ? path.Length : end);
        VendorWords? own = vendor is null ? null : VendorWords.Of(vendor);
        var result = new StringBuilder(Math.Min(rest.Length, 256));
        var isBehindMask = false;
        for (var count = 0; ; count++)
        {
            int slash = rest.IndexOf('/');
            ReadOnlySpan<char> segment = slash < 0 ? rest : rest[..slash];
            if (!segment.IsEmpty)
            {
                string? shown = Shown(segment, own, isBehindMask, isLast: slash < 0);
                result.Append(shown ?? Mask);
                isBehindMask = shown is null;
            }

            if (slash < 0)
            {
                return result.ToString();
            }

            if (count == MostSegments)
            {
                return result.Append("/...").ToString();
            }

            result.Append('/');
            rest = rest[(slash + 1)..];
        }
    }

    /// <summary>The code of an answer as it may be printed; <see cref="NoCode"/> where it holds none.</summary>
    internal static string Code(VendorAnswer answer) => Code(answer.Code, answer.Vendor);

    /// <summary>
    /// A code as it may be printed. One of the catalog stays as it is. Of another one, known words stay, and numbers too where all of its
    /// words are known; seven digits, an <c>@</c>, signs of an encoding, letters that are not English or more than 64 characters hide all of it.
    /// </summary>
    internal static string Code(string? code, Vendor? vendor)
    {
        if (code is null)
        {
            return NoCode;
        }

        VendorWords? own = vendor is null ? null : VendorWords.Of(vendor);
        if (own?.IsCode(code) == true)
        {
            return OneLine.Of(code);
        }

        return code.Length <= LongestCode && Unescape.Fully(code) is { } plain && IsPlain(plain)
            ? UnlistedCode.Of(plain, own)
            : Mask;
    }

    /// <summary>A text of the vendor's with each part masked that may be a secret or a person's data. A name cannot be distinguished from other words.</summary>
    internal static string Text(string text) => Unescape.Fully(text) is { } plain ? OneLine.Of(TextMasks.Apply(plain)) : Mask;

    // What is printed of a segment; null for nothing. A key may hold slashes, and short words between them by chance.
    private static string? Shown(ReadOnlySpan<char> segment, VendorWords? own, bool isBehindMask, bool isLast)
    {
        if (segment.Length > LongestSegment || Unescape.Fully(segment.ToString()) is not { } plain)
        {
            return null;
        }

        bool isShown = (plain.Length >= ShortestBehindMask || !isBehindMask)
            ? (!isBehindMask && IsVersion(plain)) || WordSplit.AreAllKnown(plain, own, KnownWords.MostInSegment)
            : isLast && plain.Length == 1 && plain[0] is >= 'a' and <= 'z';
        return isShown ? plain : null;
    }

    // v1, v1.0, v2.10.3: the numbers are too short for anything else.
    private static bool IsVersion(string segment)
    {
        if (segment.Length is < 2 or > 9 || segment[0] != 'v')
        {
            return false;
        }

        var digits = 0;
        for (var i = 1; i < segment.Length; i++)
        {
            bool isDigit = segment[i] is >= '0' and <= '9';
            if (!isDigit && (segment[i] != '.' || digits == 0))
            {
                return false;
            }

            digits = isDigit ? digits + 1 : 0;
            if (digits > 2)
            {
                return false;
            }
        }

        return digits > 0;
    }

    private static bool IsPlain(string code)
    {
        var digits = 0;
        foreach (char c in code)
        {
            // A letter or a digit of another alphabet may hide a number or a name; these signs are of an encoding, of which the code may be a part.
            if (c is < ' ' or > '~' or '@' or '&' or ';' or '%')
            {
                return false;
            }

            digits += c is >= '0' and <= '9' ? 1 : 0;
        }

        return digits < PhoneDigits;
    }
}
