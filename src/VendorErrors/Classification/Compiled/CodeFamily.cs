using VendorErrors.Definitions;
using VendorErrors.Json;

namespace VendorErrors.Classification.Compiled;

/// <summary>Codes that one row is for: those of a pattern with a star, or words that differ in their last digits. Case-insensitive for ASCII letters.</summary>
internal sealed class CodeFamily
{
    private readonly string _start;
    private readonly string _end;
    private readonly bool _isRange;

    private CodeFamily(CatalogEntry entry, string start, string end, bool isRange, int rank) => (Entry, _start, _end, _isRange, Rank) = (entry, start, end, isRange, rank);

    public CatalogEntry Entry { get; }

    /// <summary>The higher, the more specific: ranges first, then the star with the most letters beside it.</summary>
    public int Rank { get; }

    /// <summary>The family of a row; null where it is of none.</summary>
    public static CodeFamily? Of(CodeRow row, PathTree paths)
    {
        if (row.LastCode is null)
        {
            int star = row.Code.IndexOf('*');
            return star < 0 ? null
                : new CodeFamily(new CatalogEntry(row, 0, 0, paths), row.Code[..star], row.Code[(star + 1)..], isRange: false, row.Code.Length - 1);
        }

        return WordRange.TryRead(row.Code, row.LastCode, out string start, out long first, out long last)
            ? new CodeFamily(new CatalogEntry(row, first, last, paths), start, string.Empty, isRange: true, int.MaxValue)
            : null;
    }

    /// <summary>Whether a code is one of them, as a body writes it without escapes.</summary>
    public bool Contains(ReadOnlySpan<byte> code)
    {
        if (code.Length < _start.Length + _end.Length || code.IsEmpty || !Ascii.EqualsIgnoreCase(code[.._start.Length], _start))
        {
            return false;
        }

        ReadOnlySpan<byte> rest = code[_start.Length..];
        return _isRange
            ? TryReadDigits(rest, out long number) && number >= Entry.First && number <= Entry.Last
            : Ascii.EqualsIgnoreCase(rest[^_end.Length..], _end);
    }

    private static bool TryReadDigits(ReadOnlySpan<byte> text, out long number)
    {
        number = 0;
        foreach (byte b in text)
        {
            if (b is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            number = (number * 10) + (b - '0');
        }

        return text.Length is > 0 and <= JsonText.MaxDigits;
    }
}
