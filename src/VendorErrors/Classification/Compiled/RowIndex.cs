using System.Buffers.Text;
using System.Text;
using VendorErrors.Definitions;
using VendorErrors.Json;

namespace VendorErrors.Classification.Compiled;

/// <summary>
/// The rows of one number space, found by code: a number, a range of numbers, a word, and where none of these is it, a range of words or a pattern
/// with a star.
/// </summary>
internal sealed class RowIndex
{
    // Of a code that is written with escapes; nobody's is longer.
    private const int MostEscaped = 256;

    private readonly Dictionary<long, CatalogEntry> _numbers = [];
    private readonly WordIndex _words = new();
    private readonly List<CatalogEntry> _ranges = [];

    // Of words, the most specific first; null where there is none, as of most vendors.
    private readonly CodeFamily[]? _families;

    public RowIndex(IReadOnlyList<CodeRow> rows, PathTree paths)
    {
        List<CodeFamily>? families = null;
        foreach (CodeRow row in rows)
        {
            bool isNumber = TryParse(row.Code, out long first);
            if (row.LastCode is null && isNumber)
            {
                AddNumber(new CatalogEntry(row, first, first, paths));
            }
            else if (isNumber && TryParse(row.LastCode!, out long last))
            {
                _ranges.Add(new CatalogEntry(row, first, last, paths));
            }
            else if (CodeFamily.Of(row, paths) is { } family)
            {
                (families ??= []).Add(family);
            }
            else if (row.LastCode is null)
            {
                _words.Add(new CatalogEntry(row, 0, 0, paths));
            }
        }

        // Stable, so that of equals the first counts.
        _families = families?.OrderByDescending(family => family.Rank).ToArray();
    }

    /// <summary>The most specific row for a code in a body, or in an entry of one of its lists.</summary>
    /// <param name="code">Where the code is in <paramref name="holder"/>.</param>
    /// <param name="holder">The body or the entry.</param>
    /// <param name="status">The HTTP status; of an entry that states one its own.</param>
    /// <param name="response">What came back.</param>
    /// <param name="view">The body, which the conditions of rows are about.</param>
    public RowMatch Find(JsonSlot code, in JsonView holder, int status, in VendorResponse response, in JsonView view)
    {
        RowMatch match = holder.TryInt64(code, out long number) ? Find(number, status, response, view)
            : _words.Find(holder.Json, code) is { } entry ? Best(entry, status, response, view)
            : default;
        return match.Row is null && _families is not null ? FindInFamilies(code, holder, match, status, response, view) : match;
    }

    /// <summary>The most specific row for a number.</summary>
    public RowMatch Find(long code, int status, in VendorResponse response, in JsonView view)
    {
        if (!_numbers.TryGetValue(code, out CatalogEntry? entry))
        {
            return _ranges.Count == 0 ? default : FindInRanges(code, default, status, response, view);
        }

        if (entry.IsCertain)
        {
            return new RowMatch(entry.Row, IsFamily: false, IsAmbiguous: false);
        }

        RowMatch match = Best(entry, status, response, view);
        return match.Row is null ? FindInRanges(code, match, status, response, view) : match;
    }

    /// <summary>A code as the number that it is looked up by. Parsed as bytes, which needs nothing of a culture to be loaded at a vendor's first answer.</summary>
    internal static bool TryParse(string code, out long number)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(code);
        return Utf8Parser.TryParse(utf8, out number, out int length) && length == utf8.Length;
    }

    private RowMatch FindInRanges(long code, RowMatch otherwise, int status, in VendorResponse response, in JsonView view)
    {
        foreach (CatalogEntry entry in _ranges)
        {
            if (code >= entry.First && code <= entry.Last && entry.Fit(status, response, view) >= 0)
            {
                return new RowMatch(entry.Row, IsFamily: true, otherwise.IsAmbiguous);
            }
        }

        return otherwise;
    }

    private RowMatch FindInFamilies(JsonSlot code, in JsonView holder, RowMatch otherwise, int status, in VendorResponse response, in JsonView view)
    {
        ReadOnlySpan<byte> text = code.Kind is JsonKind.Text or JsonKind.Number ? code.Of(holder.Json) : default;
        if (code.Escaped)
        {
            Span<byte> plain = stackalloc byte[MostEscaped];
            return FindInFamilies(JsonText.TryUnescapeAscii(text, plain, out int length) ? plain[..length] : text, otherwise, status, response, view);
        }

        return FindInFamilies(text, otherwise, status, response, view);
    }

    private RowMatch FindInFamilies(scoped ReadOnlySpan<byte> text, RowMatch otherwise, int status, in VendorResponse response, in JsonView view)
    {
        CodeFamily? best = null;
        int bestFit = -1;
        foreach (CodeFamily family in _families!)
        {
            if (best is not null && family.Rank < best.Rank)
            {
                break;
            }

            int fit = family.Contains(text) ? family.Entry.Fit(status, response, view) : -1;
            if (fit > bestFit)
            {
                (best, bestFit) = (family, fit);
            }
        }

        return best is null ? otherwise : new RowMatch(best.Entry.Row, IsFamily: true, otherwise.IsAmbiguous);
    }

    private static RowMatch Best(CatalogEntry first, int status, in VendorResponse response, in JsonView view)
    {
        CodeRow? best = null;
        int bestFit = -1;
        for (CatalogEntry? entry = first; entry is not null; entry = entry.Next)
        {
            int fit = entry.Fit(status, response, view);
            if (fit > bestFit)
            {
                best = entry.Row;
                bestFit = fit;
            }
        }

        return new RowMatch(best, IsFamily: false, response.Path is null && MeansOtherwiseElsewhere(first, best));
    }

    /// <summary>Whether at some operation the code means something of another group, so that not knowing the operation matters.</summary>
    private static bool MeansOtherwiseElsewhere(CatalogEntry first, CodeRow? best)
    {
        for (CatalogEntry? entry = first; entry is not null; entry = entry.Next)
        {
            if (entry.HasOperation && entry.Row.Category?.ToGroup() != best?.Category?.ToGroup())
            {
                return true;
            }
        }

        return false;
    }

    private void AddNumber(CatalogEntry entry)
    {
        if (_numbers.TryGetValue(entry.First, out CatalogEntry? head))
        {
            head.Append(entry);
        }
        else
        {
            _numbers.Add(entry.First, entry);
        }
    }
}
