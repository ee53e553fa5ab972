using VendorErrors.Json;

namespace VendorErrors.Classification.Compiled;

/// <summary>
/// The codes that are words, found by their letters: a table filled to a half at most, so that a vendor with thousands of words is
/// looked up as fast as one with three. Case-insensitive for ASCII letters, as the comparison itself is.
/// </summary>
internal sealed class WordIndex
{
    private const int LeastPlaces = 4;

    private CatalogEntry?[] _places = new CatalogEntry?[LeastPlaces];
    private int _count;

    /// <summary>The most entries that are compared for one code; what a look-up costs depends on it alone.</summary>
    internal int LongestRun
    {
        get
        {
            var longest = 0;
            for (var place = 0; place < _places.Length; place++)
            {
                var run = 0;
                while (run < _places.Length && _places[(place + run) & (_places.Length - 1)] is not null)
                {
                    run++;
                }

                longest = Math.Max(longest, run);
            }

            return longest;
        }
    }

    /// <summary>The first row of a code in a body; null where there is none.</summary>
    public CatalogEntry? Find(ReadOnlySpan<byte> json, in JsonSlot code)
    {
        if (_count == 0 || code.Kind is not (JsonKind.Text or JsonKind.Number))
        {
            return null;
        }

        CatalogEntry?[] places = _places;
        for (int place = PlaceOf(JsonText.HashIgnoreCase(json, code)); places[place] is { } entry; place = (place + 1) & (places.Length - 1))
        {
            if (JsonText.EqualsIgnoreCase(json, code, entry.Row.Code))
            {
                return entry;
            }
        }

        return null;
    }

    /// <summary>Adds a row; of a code that is there already it becomes the last one.</summary>
    public void Add(CatalogEntry entry)
    {
        if (2 * (_count + 1) > _places.Length)
        {
            Grow();
        }

        ref CatalogEntry? place = ref Locate(entry.Row.Code);
        if (place is { } head)
        {
            head.Append(entry);
            return;
        }

        place = entry;
        _count++;
    }

    private void Grow()
    {
        CatalogEntry?[] old = _places;
        _places = new CatalogEntry?[2 * old.Length];
        foreach (CatalogEntry? entry in old)
        {
            if (entry is not null)
            {
                Locate(entry.Row.Code) = entry;
            }
        }
    }

    private ref CatalogEntry? Locate(string code)
    {
        int place = PlaceOf(JsonText.HashIgnoreCase(code));
        while (_places[place] is { } other && !string.Equals(other.Row.Code, code, StringComparison.OrdinalIgnoreCase))
        {
            place = (place + 1) & (_places.Length - 1);
        }

        return ref _places[place];
    }

    private int PlaceOf(int hash) => hash & (_places.Length - 1);
}
