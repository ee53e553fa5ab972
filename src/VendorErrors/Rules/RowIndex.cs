using System.Globalization;
using VendorErrors.Envelopes.Json;

namespace VendorErrors.Rules;

/// <summary>The rows of one number space, found by code. Sorted arrays: built quickly, searched without allocation.</summary>
internal sealed class RowIndex
{
    private readonly long[] _numbers;
    private readonly CatalogEntry[][] _byNumber;
    private readonly CatalogEntry[][] _byText;
    private readonly (long From, long To, CatalogEntry Entry)[] _ranges;

    public RowIndex(IEnumerable<CodeRow> rows, PathTree paths)
    {
        var numbers = new SortedDictionary<long, List<CatalogEntry>>();
        var texts = new SortedDictionary<string, List<CatalogEntry>>(StringComparer.OrdinalIgnoreCase);
        var ranges = new List<(long, long, CatalogEntry)>();
        foreach (CodeRow row in rows)
        {
            var entry = new CatalogEntry(row, paths);
            if (!TryParse(row.Code, out long number))
            {
                Add(texts, row.Code, entry);
            }
            else if (row.LastCode is null)
            {
                Add(numbers, number, entry);
            }
            else if (TryParse(row.LastCode, out long last))
            {
                ranges.Add((Math.Min(number, last), Math.Max(number, last), entry));
            }
        }

        _numbers = [.. numbers.Keys];
        _byNumber = [.. numbers.Values.Select(list => list.ToArray())];
        _byText = [.. texts.Values.Select(list => list.ToArray())];
        _ranges = [.. ranges];
    }

    /// <summary>The most particular row for a code that stands in a body.</summary>
    public RowMatch Find(ReadOnlySpan<byte> json, JsonSlot code, in RowContext context)
    {
        if (JsonText.TryReadInt64(json, code, out long number))
        {
            return Find(number, context);
        }

        foreach (CatalogEntry[] entries in _byText)
        {
            if (JsonText.EqualsIgnoreCase(json, code, entries[0].Row.Code))
            {
                return Best(entries, context);
            }
        }

        return default;
    }

    /// <summary>The most particular row for a number.</summary>
    public RowMatch Find(long code, in RowContext context)
    {
        int index = Array.BinarySearch(_numbers, code);
        RowMatch match = index >= 0 ? Best(_byNumber[index], context) : default;
        if (match.Row is not null)
        {
            return match;
        }

        foreach ((long from, long to, CatalogEntry entry) in _ranges)
        {
            if (code >= from && code <= to && entry.Fit(context) >= 0)
            {
                return new RowMatch(entry.Row, IsFamily: true, match.IsAmbiguous);
            }
        }

        return match;
    }

    private static RowMatch Best(CatalogEntry[] entries, in RowContext context)
    {
        CodeRow? best = null;
        int bestFit = -1;
        var dependsOnBody = false;
        foreach (CatalogEntry entry in entries)
        {
            dependsOnBody |= entry.HasCondition;
            int fit = entry.Fit(context);
            if (fit > bestFit)
            {
                best = entry.Row;
                bestFit = fit;
            }
        }

        return new RowMatch(best, IsFamily: false, context.Path is null && MeansOtherwiseElsewhere(entries, best), dependsOnBody);
    }

    /// <summary>Whether at some operation the code means something of another group, so that not knowing the operation matters.</summary>
    private static bool MeansOtherwiseElsewhere(CatalogEntry[] entries, CodeRow? best)
    {
        foreach (CatalogEntry entry in entries)
        {
            if (entry.HasOperation && entry.Row.Category?.ToGroup() != best?.Category?.ToGroup())
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A code as the number that it is looked up by.</summary>
    internal static bool TryParse(string code, out long number) =>
        long.TryParse(code, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);

    private static void Add<TKey>(SortedDictionary<TKey, List<CatalogEntry>> to, TKey key, CatalogEntry entry)
        where TKey : notnull
    {
        if (!to.TryGetValue(key, out List<CatalogEntry>? list))
        {
            to.Add(key, list = []);
        }

        list.Add(entry);
    }
}
